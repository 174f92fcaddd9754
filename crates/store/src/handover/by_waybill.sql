SELECT ticket FROM handover WHERE waybill = :waybill
ORDER BY recorded_at DESC, rowid DESC
LIMIT 10
