SELECT id, place, serial, model, is_announced, arrived_at, damage, ticket, draft FROM consignment_line
WHERE ticket = :ticket
