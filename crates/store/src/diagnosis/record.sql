INSERT INTO diagnosis (id, ticket, is_cause_open, second, made_by, made_on, made_at)
VALUES (:id, :ticket, :is_cause_open, :second, :made_by, :made_on, :made_at)
