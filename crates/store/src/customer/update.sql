UPDATE customer SET name = :name, phone = :phone, email = :email, address = :address, company = :company,
  phone_key = :phone_key, name_key = :name_key, updated_at = :at
WHERE id = :id
