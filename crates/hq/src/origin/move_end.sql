INSERT INTO origin (centre, station, epoch, applied_seq, head_hash) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (centre, station, epoch)
DO UPDATE SET applied_seq = excluded.applied_seq, head_hash = excluded.head_hash
