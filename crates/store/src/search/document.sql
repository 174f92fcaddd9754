SELECT intake.rma AS rma, intake.serial AS serial, customer.phone_key AS phone_key,
       intake.purchase_document AS purchase_document, intake.model AS model, customer.name AS name,
       customer.email AS email, customer.address AS address, intake.dealer AS dealer,
       intake.symptom AS symptom, intake.condition AS condition, intake.remote_attempts AS remote_attempts,
       intake.first_reported_to AS first_reported_to, ticket.cancel_reason AS cancel_reason
FROM ticket
JOIN intake ON intake.id = ticket.id
JOIN customer ON customer.id = intake.customer
WHERE ticket.id = :id
