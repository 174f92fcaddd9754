UPDATE decision SET state = :state, settled_at = :settled_at WHERE id = :id
