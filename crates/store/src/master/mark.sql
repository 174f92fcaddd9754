UPDATE master SET said_in = :import, said_row = :row WHERE id = :id
