SELECT serial, model, product_class, contract_on, voucher_on, sale_kind, dealer, customer, phone, said_in, said_row
FROM sale
WHERE serial = :serial
