UPDATE intake SET
  serial = :serial, look_alike_key = :look_alike_key, model = :model, product_class = :product_class,
  symptom = :symptom, customer = :customer, dealer = :dealer, channel = :channel, received_on = :received_on,
  first_reported_on = :first_reported_on, first_reported_to = :first_reported_to,
  remote_attempts = :remote_attempts, accessories = :accessories, condition = :condition,
  purchase_document = :purchase_document, remedy_wanted = :remedy_wanted, paper_form = :paper_form,
  calendar = :calendar, consignment = :consignment, facts = :facts, conflicts = :conflicts
WHERE id = :id
