SELECT id, ticket, serial, model, model_old, compared, decision, chosen_by, chosen_at FROM exchange
WHERE ticket = :ticket AND withdrawn_at IS NULL
