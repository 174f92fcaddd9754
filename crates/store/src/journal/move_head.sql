UPDATE chain SET head_seq = :head_seq, head_hash = :head_hash WHERE id = :chain
