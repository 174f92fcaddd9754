INSERT INTO sale (
  serial, look_alike_key, model, model_key, product_class, contract_on, voucher_on, sale_kind, dealer, customer,
  phone, import
) VALUES (
  :serial, :look_alike_key, :model, :model_key, :product_class, :contract_on, :voucher_on, :sale_kind, :dealer,
  :customer, :phone, :import
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
  import = excluded.import
WHERE coalesce(nullif(excluded.model, ''), model) <> model
   OR coalesce(excluded.product_class, product_class) IS NOT product_class
   OR coalesce(excluded.contract_on, contract_on) IS NOT contract_on
   OR coalesce(excluded.voucher_on, voucher_on) IS NOT voucher_on
   OR coalesce(excluded.sale_kind, sale_kind) IS NOT sale_kind
   OR coalesce(nullif(excluded.dealer, ''), dealer) <> dealer
   OR coalesce(nullif(excluded.customer, ''), customer) <> customer
   OR coalesce(nullif(excluded.phone, ''), phone) <> phone
RETURNING id
