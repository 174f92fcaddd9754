SELECT finder.from_key AS pattern, master.key AS key
FROM json_each(:beginnings) AS beginning
CROSS JOIN master_finder AS finder ON finder.finder = 'pattern' AND finder.prefix = beginning.value
JOIN master ON master.id = finder.master
WHERE master.ended_in IS NULL
