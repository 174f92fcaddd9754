SELECT set_by FROM field_op WHERE entity = :entity AND field = :field
