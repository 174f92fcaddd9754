SELECT follow_up.id AS id, enquiry, ticket, kind, words, due_on, owner, opened_at, opened_by, ended, ended_at, ended_by,
       end_words, user.name AS owner_name
FROM follow_up LEFT JOIN user ON user.id = follow_up.owner
WHERE ended IS NULL AND (:due_on IS NULL OR due_on <= :due_on)
  AND (:owner IS NULL OR owner = :owner
       OR (owner IS NULL AND opened_by = (SELECT name FROM user AS opener WHERE opener.id = :owner)))
ORDER BY due_on, follow_up.id
LIMIT :rows
