SELECT received_at FROM op WHERE centre = $1 AND commit_seq = $2
