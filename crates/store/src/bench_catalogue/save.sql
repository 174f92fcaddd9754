INSERT INTO bench_catalogue (id, version, content, reason, saved_by, saved_at)
VALUES (:id, :version, :content, :reason, :saved_by, :saved_at)
