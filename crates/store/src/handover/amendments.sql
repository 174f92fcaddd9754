SELECT id, carrier_before, waybill_before, carrier, waybill, reason, amended_by, amended_at FROM handover_amendment
WHERE handover = :handover
ORDER BY amended_at DESC, rowid DESC
