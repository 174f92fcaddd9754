SELECT version FROM search_made WHERE one = 1
