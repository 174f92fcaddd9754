# The worksheet of a refund
paper-refund-title = Refund worksheet
paper-refund-once = One refund for each serial number, at the price of the purchase document (3.3)
paper-refund-sum = Refund
paper-refund-price = Price on the purchase document
paper-refund-payer = Paid by the seller
paper-refund-document = Purchase document
paper-refund-bought = Date of purchase
paper-refund-choice = Customer's choice
paper-refund-unit = Returned unit
paper-refund-disposition = Where it goes
paper-refund-paid = Payment
paper-refund-paid-on = Paid on
paper-refund-paid-how = How
paper-refund-paid-reference = Reference
paper-refund-worked-by = Worked out by
paper-refund-statement = The customer returns the unit with its accessories and receives the amount above, once for this serial number.
