UPDATE chain SET set_aside = :reason WHERE id = :chain
