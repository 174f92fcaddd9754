UPDATE user SET pin_hash = :pin_hash, updated_at = :at WHERE id = :id
