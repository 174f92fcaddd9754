INSERT INTO lending (id, ticket, serial, model, lent_on, note, lent_by, returned_note)
VALUES (:id, :ticket, :serial, :model, :lent_on, :note, :lent_by, '')
