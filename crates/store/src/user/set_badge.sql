UPDATE user SET badge_hash = :badge_hash, updated_at = :at WHERE id = :id
