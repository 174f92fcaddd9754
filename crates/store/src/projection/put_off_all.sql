SELECT put_off.chain AS chain, put_off.seq AS seq, journal.bytes AS bytes
FROM put_off JOIN journal ON journal.chain = put_off.chain AND journal.seq = put_off.seq
ORDER BY put_off.rowid
