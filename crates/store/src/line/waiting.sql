SELECT coalesce(sum(coalesce(forked_at - 1, head_seq) - acked_seq), 0) AS waiting
FROM station JOIN chain ON chain.station = station.id
