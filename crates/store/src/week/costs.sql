SELECT week.key AS place, part_line.currency AS currency,
       coalesce(sum(part_line.quantity * part_line.cost_minor), 0) AS minor,
       coalesce(sum(part_line.quantity) FILTER (WHERE part_line.cost_minor IS NULL), 0) AS pieces_without_cost
FROM json_each(:weeks) AS week
JOIN handover INDEXED BY handover_day
  ON handover.handed_over_on BETWEEN week.value ->> '$.first_on' AND week.value ->> '$.last_on'
JOIN part_line INDEXED BY part_line_ticket ON part_line.ticket = handover.ticket
WHERE part_line.state = 'issued' AND part_line.terms = 'warranty'
GROUP BY week.key, part_line.currency
