UPDATE chain SET acked_seq = min(:seq, coalesce(forked_at - 1, :seq)) WHERE id = :chain AND acked_seq <> :seq
