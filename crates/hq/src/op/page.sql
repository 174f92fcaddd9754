-- As many as are asked for and fit, one at least. Sizes are summed before any bytes are read.
WITH ahead AS (
  SELECT commit_seq, length(bytes) AS size FROM op
  WHERE centre = $1 AND commit_seq > $2
  ORDER BY commit_seq LIMIT $3
), summed AS (
  SELECT commit_seq, size, SUM(size) OVER (ORDER BY commit_seq) AS total FROM ahead
)
SELECT op.commit_seq, op.station, op.epoch, op.seq, op.verdict, op.bytes
FROM summed JOIN op ON op.centre = $1 AND op.commit_seq = summed.commit_seq
WHERE summed.total <= CAST($4 AS BIGINT) OR summed.total = summed.size
ORDER BY op.commit_seq
