UPDATE enrolment SET station = $1 WHERE code_hash = $2 AND station IS NULL
