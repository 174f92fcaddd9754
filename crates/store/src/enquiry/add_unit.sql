INSERT INTO enquiry_unit (id, enquiry, place, serial, model, product_class, symptom, authorisation, draft, ticket)
VALUES (:id, :enquiry, :place, :serial, :model, :product_class, :symptom, NULL, NULL, NULL)
