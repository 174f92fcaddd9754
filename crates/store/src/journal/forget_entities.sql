DELETE FROM entity_op WHERE true
