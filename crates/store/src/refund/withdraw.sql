UPDATE refund SET withdrawn_at = :withdrawn_at, withdrawn_why = :withdrawn_why
WHERE id = :id AND withdrawn_at IS NULL
