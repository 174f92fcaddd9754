INSERT INTO payment (
  id, ticket, kind, method, amount_minor, currency, paid_on, reference, recorded_by, recorded_at, withdraw_reason
) VALUES (
  :id, :ticket, :kind, :method, :amount_minor, :currency, :paid_on, :reference, :recorded_by, :recorded_at, ''
)
