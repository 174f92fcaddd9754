SELECT * FROM enquiry_row
WHERE (received_at, id) < (:received_at, :id)
  AND (instr(customer_name, :text) > 0 OR instr(customer_company, :text) > 0 OR instr(words, :text) > 0
       OR (:phone <> '' AND instr(replace(replace(customer_phone, ' ', ''), '-', ''), :phone) > 0)
       OR EXISTS (SELECT 1 FROM enquiry_unit
                  WHERE enquiry_unit.enquiry = enquiry_row.id
                    AND (instr(serial, :serial) > 0 OR instr(model, :text) > 0)))
ORDER BY received_at DESC, id DESC
LIMIT :rows
