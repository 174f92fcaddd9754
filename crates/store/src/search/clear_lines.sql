DELETE FROM search_line
