SELECT count(*) AS forks FROM chain WHERE forked_at IS NOT NULL
