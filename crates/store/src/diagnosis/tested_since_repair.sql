SELECT sheet.result AS result
FROM bench_sheet AS sheet
JOIN journal AS saved ON saved.about = sheet.ticket
                     AND json_extract(CAST(saved.bytes AS TEXT), '$.entity') = sheet.id
WHERE sheet.ticket = :ticket AND sheet.kind = 'final_test'
  AND NOT EXISTS (SELECT 1 FROM bench_sheet AS later WHERE later.replaces = sheet.id)
  AND saved.place > coalesce(
    (SELECT max(moved.place) FROM journal AS moved
     WHERE moved.about = :ticket AND json_extract(CAST(moved.bytes AS TEXT), '$.kind') = 'ticket.transition'
       AND EXISTS (SELECT 1 FROM json_each(CAST(moved.bytes AS TEXT), '$.fields') AS field
                   WHERE json_extract(field.value, '$.name') = 'event'
                     AND json_extract(field.value, '$.value') = 'start_repair')), -1)
ORDER BY saved.place DESC
LIMIT 1
