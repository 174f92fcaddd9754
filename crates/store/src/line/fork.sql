UPDATE chain SET forked_at = min(coalesce(forked_at, :seq), :seq), acked_seq = min(acked_seq, :seq - 1), set_aside = NULL
WHERE id = :chain
