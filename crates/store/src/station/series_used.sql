SELECT series FROM series_used ORDER BY first_at, series
