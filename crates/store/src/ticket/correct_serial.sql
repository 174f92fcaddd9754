UPDATE ticket SET serial = :serial WHERE id = :id
