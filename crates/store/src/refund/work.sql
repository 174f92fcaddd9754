INSERT INTO refund (id, ticket, serial, price_minor, currency, document, attachment, payer, worked_by, worked_at, withdrawn_why)
VALUES (:id, :ticket, :serial, :price_minor, :currency, :document, :attachment, :payer, :worked_by, :worked_at, '')
ON CONFLICT (id) DO UPDATE SET price_minor = excluded.price_minor, currency = excluded.currency,
  document = excluded.document, attachment = excluded.attachment, payer = excluded.payer,
  worked_by = excluded.worked_by, worked_at = excluded.worked_at
