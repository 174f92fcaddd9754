UPDATE custody SET seen_at = max(seen_at, :seen_at) WHERE ticket = :ticket
