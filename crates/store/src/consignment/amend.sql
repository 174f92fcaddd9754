UPDATE consignment SET
  waybill = :waybill, carrier = :carrier, received_on = :received_on, cartons_announced = :cartons_announced,
  cartons_counted = :cartons_counted, units_announced = :units_announced, freight = :freight, damage = :damage,
  note = :note
WHERE id = :id
