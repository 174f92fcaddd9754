UPDATE enquiry_unit SET ticket = :ticket, draft = NULL WHERE id = :id
