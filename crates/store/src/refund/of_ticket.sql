SELECT id, ticket, serial, price_minor, currency, document, attachment, payer, worked_by, worked_at FROM refund
WHERE ticket = :ticket AND withdrawn_at IS NULL
