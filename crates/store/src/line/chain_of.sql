SELECT id, head_seq, head_hash FROM chain WHERE station = :station AND epoch = :epoch
