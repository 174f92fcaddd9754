SELECT serial, model, product_class, contract_on, voucher_on, sale_kind, dealer, customer, phone
FROM sale
WHERE look_alike_key = :look_alike_key AND serial <> :serial
ORDER BY serial
LIMIT 10
