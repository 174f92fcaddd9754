SELECT id, kind, method, amount_minor, currency, paid_on, reference, recorded_by, recorded_at, withdrawn_at, withdraw_reason
FROM payment
WHERE ticket = :ticket
ORDER BY recorded_at, rowid
