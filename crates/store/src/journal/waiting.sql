-- What the setting up wrote by itself, in the transaction that made the station, is nothing anybody did here.
WITH RECURSIVE opening (chain, seq, txn) AS (
    SELECT journal.chain, journal.seq, json_extract(CAST(journal.bytes AS TEXT), '$.txn')
    FROM station
    CROSS JOIN chain ON chain.station = station.id
    CROSS JOIN journal ON journal.chain = chain.id AND journal.seq = 1
    WHERE json_extract(CAST(journal.bytes AS TEXT), '$.kind') = 'station.init'
    UNION ALL
    SELECT journal.chain, journal.seq, opening.txn
    FROM opening
    CROSS JOIN journal ON journal.chain = opening.chain AND journal.seq = opening.seq + 1
    WHERE json_extract(CAST(journal.bytes AS TEXT), '$.txn') = opening.txn
)
SELECT coalesce(sum(coalesce(chain.forked_at - 1, chain.head_seq) - chain.acked_seq), 0) - (
    SELECT count(*)
    FROM opening
    CROSS JOIN chain AS opened ON opened.id = opening.chain
    WHERE opening.seq > opened.acked_seq
) AS waiting
FROM station
JOIN chain ON chain.station = station.id
