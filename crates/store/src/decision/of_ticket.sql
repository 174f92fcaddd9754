SELECT * FROM decision_row WHERE ticket = :ticket ORDER BY asked_at DESC, id DESC
