SELECT applied_seq, head_hash FROM origin WHERE centre = $1 AND station = $2 AND epoch = $3
