UPDATE enquiry
SET result = :result, result_words = :result_words, result_at = :result_at, is_open = :is_open
WHERE id = :id
