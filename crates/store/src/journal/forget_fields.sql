DELETE FROM field_op WHERE true
