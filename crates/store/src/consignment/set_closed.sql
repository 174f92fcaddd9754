UPDATE consignment SET closed_at = :closed_at WHERE id = :id
