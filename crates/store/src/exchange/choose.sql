INSERT INTO exchange (id, ticket, serial, model, model_old, compared, decision, chosen_by, chosen_at, withdrawn_why)
VALUES (:id, :ticket, :serial, :model, :model_old, :compared, :decision, :chosen_by, :chosen_at, '')
