SELECT id FROM draft WHERE discarded_at < :before
