SELECT dealer AS name, count(*) AS tickets FROM ticket INDEXED BY ticket_open_limit
WHERE is_open = 1 AND dealer <> ''
GROUP BY dealer
ORDER BY tickets DESC, name
LIMIT :names_max
