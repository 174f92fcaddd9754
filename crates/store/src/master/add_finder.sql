INSERT INTO master_finder (master, finder, prefix, from_key, to_key)
VALUES (:master, :finder, :prefix, :from_key, :to_key)
