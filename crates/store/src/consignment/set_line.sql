UPDATE consignment_line SET
  serial = :serial, model = :model, is_announced = :is_announced, arrived_at = :arrived_at, damage = :damage,
  ticket = :ticket, draft = :draft
WHERE id = :id
