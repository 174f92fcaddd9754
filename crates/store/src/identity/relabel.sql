INSERT INTO relabelling (id, ticket, serial, note, done_by, done_at)
VALUES (:id, :ticket, :serial, :note, :done_by, :done_at)
