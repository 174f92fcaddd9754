UPDATE sale SET said_in = :import, said_row = :row WHERE serial = :serial
