SELECT coalesce(sum(json_extract(verdict, '$.is') = 'conflict'), 0) AS conflicts,
       coalesce(sum(json_extract(verdict, '$.is') = 'quarantined'), 0) AS quarantined
FROM ruling
