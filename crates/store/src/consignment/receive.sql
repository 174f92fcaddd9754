INSERT INTO consignment (
  id, waybill, carrier, sender, received_on, received_at, cartons_announced, cartons_counted, units_announced, freight,
  damage, note, shared, closed_at
) VALUES (
  :id, :waybill, :carrier, NULL, :received_on, :received_at, :cartons_announced, :cartons_counted, :units_announced,
  :freight, :damage, :note, '{}', NULL
)
