INSERT INTO wrong_pin (user, count, last_at) VALUES (:user, 1, :at)
ON CONFLICT (user) DO UPDATE SET count = count + 1, last_at = excluded.last_at
