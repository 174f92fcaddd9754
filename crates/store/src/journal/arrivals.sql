SELECT hash, bytes
FROM journal JOIN chain ON chain.id = journal.chain
WHERE chain.forked_at IS NULL OR journal.seq < chain.forked_at
ORDER BY place
