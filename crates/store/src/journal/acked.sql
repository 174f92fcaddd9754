SELECT chain.acked_seq AS acked_seq
FROM chain JOIN station ON station.id = chain.station
WHERE chain.station = :station AND chain.epoch = :epoch
