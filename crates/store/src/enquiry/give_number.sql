UPDATE enquiry_unit SET authorisation = :authorisation WHERE id = :id
