SELECT id FROM search_line WHERE ticket = :ticket
