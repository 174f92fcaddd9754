SELECT entry.seq AS seq, entry.hash AS hash, entry.bytes AS bytes, chain.station AS station,
       chain.epoch AS epoch, previous.hash AS previous_hash, entry.place AS place, 0 AS id
FROM journal AS entry
JOIN chain ON chain.id = entry.chain
LEFT JOIN journal AS previous ON previous.chain = entry.chain AND previous.seq = entry.seq - 1
WHERE entry.about = :about AND (chain.forked_at IS NULL OR entry.seq < chain.forked_at)
UNION ALL
SELECT entry.seq, entry.hash, entry.bytes, chain.station, chain.epoch,
       CASE WHEN entry.seq = chain.forked_at
            THEN (SELECT hash FROM journal WHERE journal.chain = entry.chain AND journal.seq = entry.seq - 1)
            ELSE (SELECT hash FROM twin AS previous WHERE previous.chain = entry.chain AND previous.seq = entry.seq - 1)
       END,
       entry.place, entry.id
FROM twin AS entry
JOIN chain ON chain.id = entry.chain
WHERE entry.about = :about
ORDER BY place, id
