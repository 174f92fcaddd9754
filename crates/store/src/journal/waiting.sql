SELECT coalesce(sum(chain.head_seq - chain.acked_seq), 0) AS waiting
FROM chain JOIN station ON station.id = chain.station
