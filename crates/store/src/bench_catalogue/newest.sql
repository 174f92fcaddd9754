SELECT id, version, content, reason, saved_by, saved_at FROM bench_catalogue ORDER BY version DESC LIMIT 1
