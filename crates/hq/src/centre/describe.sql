UPDATE centre SET zone = $1, country = $2 WHERE code = $3
