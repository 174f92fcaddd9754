INSERT INTO journal (chain, seq, hash, about, bytes)
VALUES (:chain, :seq, :hash, :about, :bytes)
