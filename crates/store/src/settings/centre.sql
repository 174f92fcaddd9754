SELECT name_zh, name_en, address_zh, address_en, phone, hours, zone, country FROM centre WHERE one = 1
