UPDATE ticket SET status = :status, is_open = :is_open, cancel_reason = :cancel_reason WHERE id = :id
