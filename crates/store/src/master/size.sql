SELECT count(*) AS size FROM master WHERE kind = :kind AND ended_in IS NULL
