UPDATE field_op SET set_by = :new WHERE entity = :entity AND field = :field AND set_by = :old
