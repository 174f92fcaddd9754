SELECT json_extract(CAST(moved.bytes AS TEXT), '$.at') AS at
FROM journal AS moved
WHERE moved.about = :ticket AND json_extract(CAST(moved.bytes AS TEXT), '$.kind') = 'ticket.transition'
  AND EXISTS (SELECT 1 FROM json_each(CAST(moved.bytes AS TEXT), '$.fields') AS field
              WHERE json_extract(field.value, '$.name') = 'event' AND json_extract(field.value, '$.value') = 'hand_over')
ORDER BY moved.place DESC
LIMIT 1
