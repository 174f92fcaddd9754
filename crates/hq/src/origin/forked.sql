SELECT station, epoch, applied_seq FROM origin
WHERE centre = $1 AND forked_at IS NOT NULL
ORDER BY station, epoch
