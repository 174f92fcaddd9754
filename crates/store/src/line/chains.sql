SELECT id, epoch, coalesce(forked_at - 1, head_seq) AS head_seq,
       CASE WHEN forked_at IS NULL THEN head_hash
            ELSE coalesce((SELECT hash FROM journal WHERE journal.chain = chain.id AND journal.seq = forked_at - 1),
                          zeroblob(32)) END AS head_hash,
       acked_seq, id = (SELECT chain FROM station WHERE one = 1) AS is_current, set_aside
FROM chain
WHERE station = (SELECT id FROM station WHERE one = 1)
ORDER BY id
