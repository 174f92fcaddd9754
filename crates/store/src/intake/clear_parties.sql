DELETE FROM intake_party WHERE intake = :intake
