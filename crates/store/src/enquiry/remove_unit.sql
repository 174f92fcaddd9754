DELETE FROM enquiry_unit WHERE id = :id
