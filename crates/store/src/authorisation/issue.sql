INSERT INTO authorisation (id, rma, issued_by, serial, customer, note, issued_at, ticket, cancelled_at, cancel_reason)
VALUES (:id, :rma, :issued_by, :serial, :customer, :note, :issued_at, NULL, NULL, '')
