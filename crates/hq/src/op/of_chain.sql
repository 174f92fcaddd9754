SELECT seq, hash, verdict FROM op
WHERE centre = $1 AND station = $2 AND epoch = $3 AND seq BETWEEN $4 AND $5
ORDER BY seq
