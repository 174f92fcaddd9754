INSERT INTO centre (one, name_zh, name_en, address_zh, address_en, phone, hours, zone, country, updated_at)
VALUES (1, :name_zh, :name_en, :address_zh, :address_en, :phone, :hours, :zone, :country, :updated_at)
ON CONFLICT (one) DO UPDATE SET
  name_zh = excluded.name_zh, name_en = excluded.name_en, address_zh = excluded.address_zh,
  address_en = excluded.address_en, phone = excluded.phone, hours = excluded.hours, zone = excluded.zone,
  country = excluded.country, updated_at = excluded.updated_at
