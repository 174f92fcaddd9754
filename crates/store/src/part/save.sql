INSERT INTO part (id, number, name_zh, name_en, position, is_serialised, cost_minor, currency, on_hand, reserved)
VALUES (:id, :number, :name_zh, :name_en, :position, :is_serialised, :cost_minor, :currency, 0, 0)
ON CONFLICT (id) DO UPDATE SET number = excluded.number, name_zh = excluded.name_zh, name_en = excluded.name_en,
  position = excluded.position, is_serialised = excluded.is_serialised, cost_minor = excluded.cost_minor,
  currency = excluded.currency
