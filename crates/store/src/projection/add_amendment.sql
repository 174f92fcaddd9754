INSERT INTO handover_amendment (id, handover, carrier_before, waybill_before, carrier, waybill, reason, amended_by, amended_at)
SELECT :id, handover.id, handover.carrier, :waybill_before, handover.carrier, handover.waybill, :reason, :amended_by, :amended_at
FROM handover WHERE handover.id = :handover
ON CONFLICT (id) DO NOTHING
