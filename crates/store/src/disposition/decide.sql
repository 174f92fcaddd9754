INSERT INTO disposition (id, ticket, disposition, note, decided_by, decided_at)
VALUES (:id, :ticket, :disposition, :note, :decided_by, :decided_at)
