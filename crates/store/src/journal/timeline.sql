SELECT entry.seq AS seq, entry.hash AS hash, entry.bytes AS bytes, chain.station AS station,
       chain.epoch AS epoch, previous.hash AS previous_hash
FROM journal AS entry
JOIN chain ON chain.id = entry.chain
LEFT JOIN journal AS previous ON previous.chain = entry.chain AND previous.seq = entry.seq - 1
WHERE entry.about = :about
ORDER BY entry.place
