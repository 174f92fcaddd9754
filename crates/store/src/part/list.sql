SELECT part.id AS id, number, name_zh, name_en, position, is_serialised, cost_minor, currency, on_hand, reserved,
       (SELECT coalesce(sum(quantity), 0) FROM part_line WHERE part_line.part = part.id AND state = 'wanted') AS wanted
FROM part
ORDER BY number
