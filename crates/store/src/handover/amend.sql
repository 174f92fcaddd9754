UPDATE handover SET carrier = :carrier, waybill = :waybill WHERE id = :id
