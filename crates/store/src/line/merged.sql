SELECT state FROM merged WHERE entity = :entity
