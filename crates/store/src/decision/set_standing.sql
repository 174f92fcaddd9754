UPDATE decision SET is_standing = :is_standing, remedies = :remedies WHERE id = :id
