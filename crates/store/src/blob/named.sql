SELECT hash AS blob FROM blob
UNION
SELECT blob FROM attachment
UNION
SELECT blob FROM paper
EXCEPT
SELECT hash FROM blob WHERE is_elsewhere = 1
