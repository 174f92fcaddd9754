UPDATE authorisation SET cancelled_at = :cancelled_at, cancel_reason = :cancel_reason WHERE id = :id
