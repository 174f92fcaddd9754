INSERT INTO handover_amendment (
  id, handover, carrier_before, waybill_before, carrier, waybill, reason, amended_by, amended_at
) VALUES (
  :id, :handover, :carrier_before, :waybill_before, :carrier, :waybill, :reason, :amended_by, :amended_at
)
