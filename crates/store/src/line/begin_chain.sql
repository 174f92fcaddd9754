INSERT INTO chain (station, epoch, head_seq, head_hash, acked_seq, began_at, reason)
VALUES (:station, :epoch, 0, :zero, 0, :began_at, :reason)
RETURNING id
