INSERT INTO quarantine (centre, commit_seq, reason) VALUES ($1, $2, $3)
