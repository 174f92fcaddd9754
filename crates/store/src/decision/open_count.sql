SELECT count(*) AS count FROM decision WHERE ticket = :ticket AND settled_at IS NULL
