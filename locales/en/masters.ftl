# Masters: models, dealers, contracts, charge standard, loan register; and where a fact was taken from.

fact_source-by-register = from the sales register of { $at }
fact_source-by-model = from model { $by }, master of { $at }
fact_source-by-dealer = from dealer { $by }, master of { $at }
fact_source-by-contract = from contract { $by }, master of { $at }
fact_source-by-loan_register = from our demo and loan register of { $at }
fact_source-counter = accepted at the counter
fact_source-authorisation = from the number issued before the unit came
fact_source-by-standing_consent = standing consent of dealer { $by }, master of { $at }
