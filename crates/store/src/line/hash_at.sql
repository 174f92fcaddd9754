SELECT hash FROM journal JOIN chain ON chain.id = journal.chain
WHERE journal.chain = :chain AND seq = :seq AND (forked_at IS NULL OR seq < forked_at)
