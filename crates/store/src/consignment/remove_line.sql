DELETE FROM consignment_line WHERE id = :id
