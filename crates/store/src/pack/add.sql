INSERT INTO pack (id, version, hash, text, signature, signed_by, installed_at)
VALUES (:id, :version, :hash, :text, :signature, :signed_by, :installed_at)
