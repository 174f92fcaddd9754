-- Of the last hundred entries, so that it stands also when a few were written under a clock that was set back.
SELECT max(json_extract(CAST(journal.bytes AS TEXT), '$.at')) AS newest_at
FROM station
CROSS JOIN chain ON chain.station = station.id
CROSS JOIN journal ON journal.chain = chain.id AND journal.seq > chain.head_seq - 100
