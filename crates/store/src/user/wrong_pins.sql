SELECT count, last_at FROM wrong_pin WHERE user = :user
