UPDATE draft SET discarded_at = :discarded_at WHERE id = :id
