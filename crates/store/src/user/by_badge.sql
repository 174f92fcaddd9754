SELECT id, name, role, is_active, pin_hash, badge_hash IS NOT NULL AS has_badge FROM user WHERE badge_hash = :badge_hash AND is_active = 1
