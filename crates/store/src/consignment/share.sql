UPDATE consignment SET shared = :shared, sender = :sender WHERE id = :id
