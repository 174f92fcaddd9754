SELECT station.id AS station, station.centre AS centre, station.chain AS chain,
       coalesce((SELECT cursor FROM line WHERE line.one = 1), 0) AS base_cursor, chain.epoch AS epoch, chain.head_seq AS head_seq,
       chain.head_hash AS head_hash
FROM station JOIN chain ON chain.id = station.chain
WHERE station.one = 1
