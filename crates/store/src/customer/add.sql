INSERT INTO customer (id, name, phone, email, address, phone_key, name_key, created_at, updated_at)
VALUES (:id, :name, :phone, :email, :address, :phone_key, :name_key, :at, :at)
