SELECT enquiry_unit.id AS id, enquiry, place, enquiry_unit.serial AS serial, model, product_class, symptom, authorisation,
       draft, enquiry_unit.ticket AS ticket, authorisation.rma AS rma
FROM enquiry_unit
     JOIN enquiry ON enquiry.id = enquiry_unit.enquiry
     LEFT JOIN authorisation ON authorisation.id = enquiry_unit.authorisation
WHERE enquiry_unit.serial = :serial
  AND enquiry_unit.ticket IS NULL
  AND (enquiry.result IS NULL OR enquiry.result IN ('hardware_fault', 'send_in'))
ORDER BY enquiry.received_at DESC
LIMIT 1
