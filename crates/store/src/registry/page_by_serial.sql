SELECT serial, model, product_class, contract_on, voucher_on, sale_kind, dealer, customer, phone
FROM sale
WHERE serial >= :from AND serial < :beyond AND serial <> :after
ORDER BY serial
LIMIT :rows_max
