SELECT * FROM decision_row WHERE id = :id
