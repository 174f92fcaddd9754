SELECT EXISTS (SELECT 1 FROM intake WHERE rma = :rma)
    OR EXISTS (SELECT 1 FROM authorisation WHERE rma = :rma) AS is_taken
