INSERT INTO consignment_line (
  id, consignment, place, serial, model, is_announced, arrived_at, damage, ticket, draft
) VALUES (
  :id, :consignment, :place, :serial, :model, :is_announced, :arrived_at, :damage, :ticket, :draft
)
