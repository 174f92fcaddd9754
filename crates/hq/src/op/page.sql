SELECT commit_seq, station, epoch, seq, verdict, bytes FROM op
WHERE centre = $1 AND commit_seq > $2
ORDER BY commit_seq LIMIT $3
