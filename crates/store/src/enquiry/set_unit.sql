UPDATE enquiry_unit
SET serial = :serial, model = :model, product_class = :product_class, symptom = :symptom
WHERE id = :id
