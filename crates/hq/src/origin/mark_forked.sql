UPDATE origin SET forked_at = $1 WHERE centre = $2 AND station = $3 AND epoch = $4
