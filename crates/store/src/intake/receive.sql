INSERT INTO intake (
  id, rma, serial, look_alike_key, model, product_class, symptom, customer, dealer, channel, channel_stated,
  authorisation, quoted_rma, standing, received_on, received_at, first_reported_on, first_reported_to,
  first_reported_proof, no_earlier_report, remote_attempts, accessories, condition, purchase_document,
  remedy_wanted, paper_form, calendar, label, damage_where, damage_note, late_entry_at, owned_by_us, consignment, facts, conflicts
) VALUES (
  :id, :rma, :serial, :look_alike_key, :model, :product_class, :symptom, :customer, :dealer, :channel, :channel_stated,
  :authorisation, :quoted_rma, :standing, :received_on, :received_at, :first_reported_on, :first_reported_to,
  :first_reported_proof, :no_earlier_report, :remote_attempts, :accessories, :condition, :purchase_document,
  :remedy_wanted, :paper_form, :calendar, :label, :damage_where, :damage_note, :late_entry_at, :owned_by_us, :consignment, :facts,
  :conflicts
)
