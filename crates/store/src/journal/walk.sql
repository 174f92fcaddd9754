SELECT seq, hash, about, bytes FROM journal WHERE chain = :chain ORDER BY seq
