SELECT enquiry_unit.id AS id, enquiry, place, enquiry_unit.serial AS serial, model, product_class, symptom, authorisation,
       draft, enquiry_unit.ticket AS ticket, authorisation.rma AS rma
FROM enquiry_unit LEFT JOIN authorisation ON authorisation.id = enquiry_unit.authorisation
WHERE enquiry = :enquiry
ORDER BY place
