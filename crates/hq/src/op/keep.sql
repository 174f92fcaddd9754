INSERT INTO op (centre, commit_seq, station, epoch, seq, hash, bytes, verdict, received_at, effective_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
