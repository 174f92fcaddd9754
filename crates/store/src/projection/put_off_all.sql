SELECT put_off.chain AS chain, put_off.seq AS seq, coalesce(twin.bytes, journal.bytes) AS bytes
FROM put_off
LEFT JOIN journal ON journal.chain = put_off.chain AND journal.seq = put_off.seq
LEFT JOIN twin ON twin.chain = put_off.chain AND twin.seq = put_off.seq
ORDER BY put_off.rowid
