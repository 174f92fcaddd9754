INSERT INTO handover (
  id, ticket, handed_over_on, handed_over_at, late_reason, way, carrier, waybill, collected_by, proof, accessories,
  missing_note, condition, signature, signature_scan, account, invoice_title, invoice_tax_number, invoice_send_to,
  freight_bearer, freight_decided_by, given_serial, given_model, loan_note, note, recorded_by, recorded_at
) VALUES (
  :id, :ticket, :on, :at, :late_reason, :way, :carrier, :waybill, :collected_by, :proof, :accessories,
  :missing_note, :condition, :signature, :signature_scan, :account, :invoice_title, :invoice_tax_number, :invoice_send_to,
  :freight_bearer, :freight_decided_by, :given_serial, :given_model, :loan_note, :note, :recorded_by, :recorded_at
)
