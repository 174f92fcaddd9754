SELECT hash AS blob FROM blob
UNION
SELECT blob FROM attachment
UNION
SELECT blob FROM paper
