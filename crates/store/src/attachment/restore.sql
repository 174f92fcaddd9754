UPDATE attachment SET removed_at = NULL WHERE id = :id
