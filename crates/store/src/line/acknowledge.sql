UPDATE chain SET acked_seq = :seq WHERE id = :chain AND acked_seq <> :seq
