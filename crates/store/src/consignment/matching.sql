SELECT * FROM consignment_row
WHERE (received_at, id) < (:received_at, :id)
  AND (instr(waybill, :waybill) > 0 OR instr(sender_name, :text) > 0
       OR instr(json_extract(shared, '$.dealer'), :text) > 0)
ORDER BY received_at DESC, id DESC
LIMIT :rows
