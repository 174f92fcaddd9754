INSERT INTO customer (id, name, phone, email, address, company, phone_key, name_key, created_at, updated_at)
VALUES (:id, :name, :phone, :email, :address, :company, :phone_key, :name_key, :at, :at)
