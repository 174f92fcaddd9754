SELECT intake.id AS id, rma, serial, model, product_class, symptom, customer, dealer, channel, channel_stated,
       authorisation, quoted_rma, standing, received_on, received_at, first_reported_on, first_reported_to,
       first_reported_proof, no_earlier_report, remote_attempts, accessories, condition, purchase_document,
       remedy_wanted, paper_form, calendar, label, damage_where, damage_note, late_entry_at, owned_by_us, consignment, facts,
       conflicts, customer.name AS customer_name, customer.phone AS customer_phone,
       customer.email AS customer_email, customer.address AS customer_address,
       customer.company AS customer_company,
       (SELECT json_group_object(intake_party.role, intake_party.customer)
        FROM intake_party WHERE intake_party.intake = intake.id) AS party_ids,
       (SELECT json_group_object(intake_party.role, json_object('name', party.name, 'phone', party.phone,
                                                                'email', party.email, 'address', party.address,
                                                                'company', party.company))
        FROM intake_party JOIN customer AS party ON party.id = intake_party.customer
        WHERE intake_party.intake = intake.id) AS parties
FROM intake JOIN customer ON customer.id = intake.customer
WHERE intake.rma = :rma
