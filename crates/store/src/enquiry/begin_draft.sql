UPDATE enquiry_unit SET draft = :draft WHERE id = :id
