SELECT id, ticket, serial, model, lent_on, note, lent_by, returned_on, returned_note FROM lending
WHERE serial = :serial AND returned_on IS NULL
