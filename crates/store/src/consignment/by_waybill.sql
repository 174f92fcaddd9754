SELECT * FROM consignment_row WHERE waybill = :waybill AND waybill <> ''
