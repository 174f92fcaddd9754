SELECT id, head_seq, head_hash, forked_at FROM chain WHERE station = :station AND epoch = :epoch
