SELECT id, ticket, serial, model, model_old, compared, decision, chosen_by, chosen_at FROM exchange
WHERE serial = :serial AND withdrawn_at IS NULL
