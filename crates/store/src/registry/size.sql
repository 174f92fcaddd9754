SELECT count(*) AS size FROM sale
