SELECT created_by FROM entity_op WHERE entity = :entity
