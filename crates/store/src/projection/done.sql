DELETE FROM put_off WHERE chain = :chain AND seq = :seq
