UPDATE attachment SET removed_at = :removed_at WHERE id = :id
