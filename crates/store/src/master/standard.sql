SELECT finder.prefix AS effective_on, finder.from_key AS version
FROM master_finder AS finder
JOIN master ON master.id = finder.master
WHERE finder.finder = 'effective' AND finder.prefix <= :on AND master.ended_in IS NULL
ORDER BY finder.prefix DESC, finder.from_key DESC
LIMIT 1
