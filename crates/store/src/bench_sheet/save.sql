INSERT INTO bench_sheet (
  id, ticket, kind, result, replaces, catalogue, lines, around, made_by, made_on, made_at
) VALUES (
  :id, :ticket, :kind, :result, :replaces, :catalogue, :lines, :around, :made_by, :made_on, :made_at
)
