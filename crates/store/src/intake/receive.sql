INSERT INTO intake (
  id, rma, serial, look_alike_key, model, product_class, symptom, customer, dealer, channel, received_on,
  received_at, first_reported_on, first_reported_to, remote_attempts, accessories, condition,
  purchase_document, remedy_wanted, paper_form, calendar, consignment, facts, conflicts
) VALUES (
  :id, :rma, :serial, :look_alike_key, :model, :product_class, :symptom, :customer, :dealer, :channel,
  :received_on, :received_at, :first_reported_on, :first_reported_to, :remote_attempts, :accessories,
  :condition, :purchase_document, :remedy_wanted, :paper_form, :calendar, :consignment, :facts, :conflicts
)
