SELECT id, ticket, revision, state, terms, reviewed_by, review, made_by, made_at, issued_by, issued_on, issued_at,
       answer, answered_by, answered_at
FROM quote WHERE ticket = :ticket
ORDER BY coalesce(revision, 1000000) DESC
