SELECT serial, model, product_class, contract_on, voucher_on, sale_kind, dealer, customer, phone
FROM sale
WHERE (model_key, serial) > (:after_model, :after) AND model_key < :beyond
ORDER BY model_key, serial
LIMIT :rows_max
