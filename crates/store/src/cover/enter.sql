INSERT INTO cover_entry (id, ticket, serial, entry, part, terms, by_serial, completed_on)
VALUES (:id, :ticket, :serial, :entry, :part, :terms, :by_serial, :completed_on)
