SELECT follow_up.id AS id, enquiry, ticket, kind, words, due_on, owner, opened_at, opened_by, ended, ended_at, ended_by,
       end_words, user.name AS owner_name
FROM follow_up LEFT JOIN user ON user.id = follow_up.owner
WHERE ticket = :ticket
ORDER BY opened_at DESC, follow_up.id DESC
