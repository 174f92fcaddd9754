SELECT id, enquiry, ticket, way, direction, is_reached, party, words, said_at, logged_at, logged_by, attempt, checked,
       closes, withdrawn_at, withdrawn_why
FROM contact
WHERE ticket = :ticket
ORDER BY said_at DESC, logged_at DESC, id DESC
