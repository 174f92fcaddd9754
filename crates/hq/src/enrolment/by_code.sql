SELECT centre, expires_at, station FROM enrolment WHERE code_hash = $1
