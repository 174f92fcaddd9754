INSERT INTO twin (place, chain, seq, hash, about, bytes)
SELECT (SELECT coalesce(max(place), 0) FROM journal), :chain, :seq, :hash, :about, :bytes
WHERE NOT EXISTS (SELECT 1 FROM twin WHERE chain = :chain AND seq = :seq)
