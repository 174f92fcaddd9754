INSERT INTO station (id, centre, public_key, nonce, program, enrolled_at, seen_at)
VALUES ($1, $2, $3, $4, $5, $6, $6)
ON CONFLICT (id) DO UPDATE SET public_key = excluded.public_key, nonce = excluded.nonce, program = excluded.program,
  enrolled_at = excluded.enrolled_at, seen_at = excluded.seen_at, revoked_at = NULL
WHERE station.centre = excluded.centre
