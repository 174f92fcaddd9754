SELECT * FROM consignment_row WHERE id = :id
