SELECT model AS name, count(*) AS tickets FROM ticket INDEXED BY ticket_open_limit
WHERE is_open = 1
GROUP BY model
ORDER BY tickets DESC, name
LIMIT :names_max
