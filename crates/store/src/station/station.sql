SELECT station.id AS id, station.centre AS centre, station.series AS series, station.counter AS counter,
       station.created_at AS created_at, chain.epoch AS epoch
FROM station JOIN chain ON chain.id = station.chain
WHERE station.one = 1
