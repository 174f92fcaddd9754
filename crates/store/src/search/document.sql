SELECT intake.rma AS rma, intake.serial AS serial, customer.phone_key AS phone_key,
       intake.purchase_document AS purchase_document, coalesce(intake.quoted_rma, '') AS quoted_rma,
       (SELECT coalesce(group_concat(party.phone_key, ' '), '')
        FROM intake_party JOIN customer AS party ON party.id = intake_party.customer
        WHERE intake_party.intake = intake.id) AS party_phone_keys,
       intake.model AS model, customer.name AS name, customer.email AS email, customer.address AS address,
       customer.company AS company,
       intake.dealer AS dealer, intake.symptom AS symptom, intake.condition AS condition,
       intake.remote_attempts AS remote_attempts, intake.first_reported_to AS first_reported_to,
       intake.first_reported_proof AS first_reported_proof, intake.damage_note AS damage_note,
       ticket.cancel_reason AS cancel_reason,
       (SELECT coalesce(group_concat(party.name || ' ' || party.company || ' ' || party.email || ' ' || party.address, ' '), '')
        FROM intake_party JOIN customer AS party ON party.id = intake_party.customer
        WHERE intake_party.intake = intake.id) AS parties
FROM ticket
JOIN intake ON intake.id = ticket.id
JOIN customer ON customer.id = intake.customer
WHERE ticket.id = :id
