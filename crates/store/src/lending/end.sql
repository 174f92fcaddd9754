UPDATE lending SET returned_on = :returned_on, returned_note = :note
WHERE id = :id AND ticket = :ticket AND returned_on IS NULL
