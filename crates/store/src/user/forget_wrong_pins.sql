DELETE FROM wrong_pin WHERE user = :user
