INSERT INTO search_line (ticket) VALUES (:ticket)
