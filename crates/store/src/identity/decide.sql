INSERT INTO identity (id, ticket, decision, serial, sources, note, decided_by, decided_at)
VALUES (:id, :ticket, :decision, :serial, :sources, :note, :decided_by, :decided_at)
