SELECT kind, state, count(*) AS count FROM decision
WHERE kind IN ('waiver', 'goodwill', 'exception')
GROUP BY kind, state
