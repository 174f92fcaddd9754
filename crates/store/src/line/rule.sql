INSERT INTO ruling (chain, seq, entity, verdict) VALUES (:chain, :seq, :entity, :verdict)
ON CONFLICT (chain, seq) DO UPDATE SET verdict = :verdict
