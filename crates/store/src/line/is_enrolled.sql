SELECT 1 AS one FROM line WHERE one = 1
