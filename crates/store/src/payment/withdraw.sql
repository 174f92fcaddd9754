UPDATE payment SET withdrawn_at = :at, withdraw_reason = :reason
WHERE id = :id AND ticket = :ticket AND withdrawn_at IS NULL
