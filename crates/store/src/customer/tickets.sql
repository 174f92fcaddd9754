SELECT id FROM intake WHERE customer = :customer
UNION
SELECT intake AS id FROM intake_party WHERE customer = :customer
