SELECT id, epoch, head_seq, head_hash, acked_seq,
       id = (SELECT chain FROM station WHERE one = 1) AS is_current, set_aside
FROM chain
WHERE station = (SELECT id FROM station WHERE one = 1)
ORDER BY id
