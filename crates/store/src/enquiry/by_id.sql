SELECT * FROM enquiry_row WHERE id = :id
