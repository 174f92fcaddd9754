SELECT intake.id AS id, rma, serial, model, product_class, symptom, customer, dealer, channel, received_on,
       received_at, first_reported_on, first_reported_to, remote_attempts, accessories, condition,
       purchase_document, remedy_wanted, paper_form, calendar, consignment, facts, conflicts,
       customer.name AS customer_name, customer.phone AS customer_phone, customer.email AS customer_email,
       customer.address AS customer_address
FROM intake JOIN customer ON customer.id = intake.customer
WHERE intake.rma = :rma
