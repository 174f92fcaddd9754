INSERT INTO conflict (centre, entity, place, field, operation, how) VALUES ($1, $2, $3, $4, $5, $6)
