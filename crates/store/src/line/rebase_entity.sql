UPDATE entity_op SET created_by = :new WHERE entity = :entity AND created_by = :old
