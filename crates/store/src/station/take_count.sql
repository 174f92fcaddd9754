UPDATE station SET counter = counter + 1 WHERE one = 1
RETURNING centre, series, counter - 1 AS taken
