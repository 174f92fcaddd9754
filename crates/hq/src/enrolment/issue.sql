INSERT INTO enrolment (code_hash, centre, made_at, expires_at) VALUES ($1, $2, $3, $4)
