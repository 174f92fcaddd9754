### What a customer reads on the turned screen: two sentences, in both languages at once. No clause numbers, no words of
### the trade, nothing promised that the determination does not grant, nothing refused that a person has still to decide.
### Dates come in words (date-long).

## The screen

customer-title = For the customer
customer-open = Show the customer
customer-close = Back
customer-as-of = As of { $today }
customer-note = Everything here is preliminary; the diagnosis decides. Law and your purchase contract prevail.

## Remedies in people's words

customer-remedy-refund = a refund
customer-remedy-exchange = an exchange
customer-remedy-free_repair = a free repair
customer-list = { $items }, { $next }
customer-or = { $items } or { $next }

## The first sentence: where the claim stands

customer-in_time = Your claim is in time as of { $today }: you are entitled to { $remedies }.
customer-in_warranty = Your unit is in warranty as of { $today }: we repair the product's own fault free of charge.
customer-in_time_open = Your claim is in time as of { $today }.
customer-undecided = We cannot say yet what you are entitled to.
customer-colleague_decides = A colleague will decide about your claim and tell you.
customer-no_fault = We found no fault: there is nothing to repair.
customer-ended = The warranty of this unit ended on { $day }.
customer-ended_undated = The warranty of this unit has ended.
customer-not_covered = As diagnosed, this fault is not covered by the warranty.
customer-own_agreement = This unit was supplied under an agreement of its own, so our service commitment does not cover it.
customer-given = We decided in your favour: we offer you { $remedies }.
customer-refused = We looked at your claim and cannot offer you { $remedies }.

## The second sentence: what stays, what is missing, what comes next

customer-report_within = Your report lies within the period for it, which runs to { $day }.
customer-reported_earlier = Did you report the fault on or before { $day }? Then please tell us: you may be entitled to { $remedies }.
customer-covered_to = The warranty runs to { $day }.
customer-carried_out = We will tell you when it is done.
customer-given_choose = Please tell us which you would like.
customer-given_also = You are also entitled to { $remedies }.
customer-stays_wait = Your right to { $remedies } stays open while { $what }.
customer-stays_bring = Your right to { $remedies } stays open; please give us { $what }.
customer-nothing_refused_wait = Nothing is refused: { $what } first.
customer-nothing_refused_bring = Nothing is refused; please give us { $what }.
customer-still_decides = About { $remedies }, a colleague will decide and tell you.
customer-until_then = Until then nothing is refused, and nothing is charged.
customer-papers_help = If you can still give us { $what }, please do: it may change this.
customer-rest_paid = What is not the product's own fault is repaired only after you agree to the price.
customer-paid_offer = If you wish, we repair it against payment, and only after you agree to the price.
customer-colleague_about_return = A colleague decides about the return and tells you.
customer-no_charge_unasked = Nothing is repaired or charged without your consent.
customer-separate_offer = We can make you a separate offer for the repair.

## A unit of the company's own: nobody has a claim, nothing is promised and nothing refused

customer-internal = This unit belongs to the company: this is an internal order.
customer-internal_next = Nobody is charged for it; the diagnosis decides what is done.
customer-internal-note = Everything here is preliminary; the diagnosis decides.

## What is missing and who brings it: what we ask the customer for

customer-bring-accessories = the original accessories
customer-bring-authorised_source = something that shows where you bought it
customer-bring-contract = the purchase contract
customer-bring-dates = the day on which you first reported the fault
customer-bring-purchase_date = the date of purchase
customer-bring-purchase_proof = the invoice or receipt
customer-bring-warranty_certificate = the warranty certificate

## What is missing and who brings it: what we do

customer-wait-claim_object = we look at what it is about
customer-wait-consent = a colleague decides about the return
customer-wait-consumable_defect = we examine the worn part
customer-wait-diagnosis = we diagnose the fault
customer-wait-product_class = we identify the product
customer-wait-review = a colleague decides
customer-wait-sale_kind = we check how it was sold
customer-wait-serial_label = we identify the unit
customer-wait-serial_match = we compare the serial numbers
