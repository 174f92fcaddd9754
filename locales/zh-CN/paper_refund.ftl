# 退款核算单
paper-refund-title = 退款核算单
paper-refund-once = 每个序列号仅退款一次，按购买凭证价格退款（3.3）
paper-refund-sum = 退款
paper-refund-price = 购买凭证价格
paper-refund-payer = 付款销售方
paper-refund-document = 购买凭证
paper-refund-bought = 购买日期
paper-refund-choice = 客户选择
paper-refund-unit = 退回设备
paper-refund-disposition = 去向
paper-refund-paid = 付款
paper-refund-paid-on = 付款日期
paper-refund-paid-how = 付款方式
paper-refund-paid-reference = 凭证号
paper-refund-worked-by = 核算人
paper-refund-statement = 客户将设备连同附件退回，并收取上述金额；该序列号仅退款一次。
