INSERT INTO sale (
  serial, look_alike_key, model, model_key, product_class, contract_on, voucher_on, sale_kind, dealer, customer,
  phone, import, said_in, said_row
) VALUES (
  :serial, :look_alike_key, :model, :model_key, :product_class, :contract_on, :voucher_on, :sale_kind, :dealer,
  :customer, :phone, :import, :import, :row
)
ON CONFLICT (serial) DO UPDATE SET
  model = coalesce(nullif(excluded.model, ''), model),
  model_key = coalesce(nullif(excluded.model_key, ''), model_key),
  product_class = coalesce(excluded.product_class, product_class),
  contract_on = coalesce(excluded.contract_on, contract_on),
  voucher_on = coalesce(excluded.voucher_on, voucher_on),
  sale_kind = coalesce(excluded.sale_kind, sale_kind),
  dealer = coalesce(nullif(excluded.dealer, ''), dealer),
  customer = coalesce(nullif(excluded.customer, ''), customer),
  phone = coalesce(nullif(excluded.phone, ''), phone),
  import = excluded.import,
  said_in = excluded.said_in,
  said_row = excluded.said_row
