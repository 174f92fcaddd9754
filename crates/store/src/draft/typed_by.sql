UPDATE draft SET user = :user WHERE id = :id
