UPDATE intake SET
  serial = :serial, look_alike_key = :look_alike_key, model = :model, product_class = :product_class,
  symptom = :symptom, customer = :customer, dealer = :dealer, channel = :channel, channel_stated = :channel_stated,
  authorisation = :authorisation, quoted_rma = :quoted_rma, standing = :standing, received_on = :received_on,
  first_reported_on = :first_reported_on, first_reported_to = :first_reported_to,
  first_reported_proof = :first_reported_proof, no_earlier_report = :no_earlier_report,
  remote_attempts = :remote_attempts, accessories = :accessories, condition = :condition,
  purchase_document = :purchase_document, remedy_wanted = :remedy_wanted, paper_form = :paper_form,
  calendar = :calendar, label = :label, damage_where = :damage_where, damage_note = :damage_note,
  late_entry_at = :late_entry_at, owned_by_us = :owned_by_us, consignment = :consignment, facts = :facts, conflicts = :conflicts
WHERE id = :id
