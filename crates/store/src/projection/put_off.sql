INSERT INTO put_off (chain, seq) VALUES (:chain, :seq) ON CONFLICT (chain, seq) DO NOTHING
