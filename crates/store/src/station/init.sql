INSERT INTO station (one, id, centre, series, counter, chain, base_cursor, created_at)
VALUES (1, :id, :centre, :series, 1, :chain, 0, :created_at)
