UPDATE attachment SET ticket = :ticket, draft = NULL WHERE draft = :draft AND removed_at IS NULL
