SELECT station.id AS station, station.centre AS centre, station.chain AS chain,
       station.base_cursor AS base_cursor, chain.epoch AS epoch, chain.head_seq AS head_seq,
       chain.head_hash AS head_hash
FROM station JOIN chain ON chain.id = station.chain
WHERE station.one = 1
