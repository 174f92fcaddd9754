SELECT id, ticket, kind, result, replaces, catalogue, lines, around, made_by, made_on, made_at,
       (SELECT later.id FROM bench_sheet AS later WHERE later.replaces = bench_sheet.id) AS replaced_by
FROM bench_sheet
WHERE ticket = :ticket
ORDER BY made_at DESC, rowid DESC
