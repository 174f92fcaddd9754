UPDATE ticket SET owner = :owner WHERE id = :id
