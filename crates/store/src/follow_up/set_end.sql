UPDATE follow_up
SET ended = :ended, ended_at = :ended_at, ended_by = :ended_by, end_words = :end_words
WHERE id = :id
