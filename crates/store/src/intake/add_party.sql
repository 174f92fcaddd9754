INSERT INTO intake_party (intake, role, customer) VALUES (:intake, :role, :customer)
