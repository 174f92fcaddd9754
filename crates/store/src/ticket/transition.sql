UPDATE ticket SET status = :status, is_open = :is_open, cancel_reason = :cancel_reason,
  moved_at = coalesce(:moved_at, moved_at)
WHERE id = :id
