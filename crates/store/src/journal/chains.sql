SELECT id, station, epoch, head_seq, head_hash FROM chain ORDER BY id
