SELECT coalesce(sum(head_seq - acked_seq), 0) AS waiting
FROM station JOIN chain ON chain.station = station.id
