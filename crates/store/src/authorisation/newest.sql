SELECT authorisation.id AS id, rma, issued_by, serial, authorisation.customer AS customer, note, issued_at, ticket,
       cancelled_at, cancel_reason, coalesce(customer.name, '') AS customer_name,
       coalesce(customer.phone, '') AS customer_phone, coalesce(customer.email, '') AS customer_email,
       coalesce(customer.address, '') AS customer_address,
       coalesce(customer.company, '') AS customer_company
FROM authorisation LEFT JOIN customer ON customer.id = authorisation.customer
ORDER BY issued_at DESC, rma DESC
LIMIT :rows_max
