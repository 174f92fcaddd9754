### The warranty determination: remedies, outcomes, what is needed, the clauses and the basis. The ids are a kind and a
### code of the engine (crates/eligibility/src/message.rs lists them). Dates are written 2026-03-09.

## Remedies and outcomes

remedy-refund = Refund
remedy-exchange = Exchange
remedy-free_repair = In-warranty repair
remedy-paid_repair = Out-of-warranty repair

outcome-granted = Entitled
outcome-denied = Not entitled
outcome-needs = Pending
# Paid repair that is denied: the customer owes nothing.
outcome-not_needed = Not needed
# No fault was found: no repair, in warranty or out of it.
outcome-nothing_to_repair = Nothing to repair
# Beside a denial that turns on an unsigned reading.
outcome-unsigned = Provisional: a warranty approver must decide

effect-for = For
effect-against = Against
effect-open = Open

## What is needed

need-accessories = Accessories
need-authorised_source = Source of supply
need-claim_object = Whole unit or part
need-consent = Consent to the return
need-consumable_defect = Defect of the consumable
need-contract = Purchase contract
need-dates = Dates
need-diagnosis = Diagnosis
need-product_class = Product class
need-purchase_date = Purchase date
need-purchase_proof = Invoice or receipt
need-review = Decision by a warranty approver
need-sale_kind = Kind of sale
need-serial_label = Serial label
need-serial_match = Serial number match
need-warranty_certificate = Warranty certificate

ask-accessories = Are the original accessories complete?
ask-authorised_source = Does the unit come from an authorised source?
ask-claim_object = Is the whole unit claimed for, or a spare part or accessory as such?
ask-consent = Did we consent to the return before it was sent?
ask-consumable_defect = Is a material or workmanship defect of the consumable proven?
ask-contract = What does the purchase contract say about the warranty?
ask-dates = On which day did the customer first report the fault? Check it against the purchase date.
ask-diagnosis = What is the fault, and what caused it?
ask-product_class = Is it a complete device, a core module or a detector?
ask-purchase_date = When was it bought (voucher or contract date)?
ask-purchase_proof = Can the original invoice or receipt be produced?
ask-review = How does the warranty approver decide?
ask-sale_kind = How was it sold: normally, at a special price, as a special-price prototype, or lent?
ask-serial_label = Is the serial label readable, unreadable or absent?
ask-serial_match = Do unit, certificate and sales register agree on model and serial number?
ask-warranty_certificate = Can the warranty certificate be produced?

## Short titles of the clauses

clause-0 = The contract prevails
clause-1_1 = What is covered
clause-1_2 = No fee inside the warranty
clause-2_1 = The period runs from the purchase
clause-2_2 = At least three months after a repair
clause-2_T = Warranty periods
clause-2_N1 = Which date is the purchase date
clause-2_N2 = Borrowed products
clause-3_1 = Repair
clause-3_2 = Exchange within 30 days
clause-3_3 = Refund within 7 days
clause-3_3_N = Special prices and prototypes
clause-4_1 = Advice within 24 hours
clause-4_2 = Repair procedure
clause-5_1 = Warranty over
clause-5_2 = Misuse, accident, environment
clause-5_3 = Third-party products or services
clause-5_4 = Normal wear
clause-5_5 = Operates normally
clause-5_6 = Software changed by the customer
clause-5_7 = Consumables
clause-5_8a = No warranty certificate
clause-5_8b = No invoice or receipt
clause-5_8c = Serial label altered or unreadable
clause-5_8d = No serial number
clause-5_8e = Model or serial number differs
clause-5_9 = Used against the manual
clause-5_10 = Appearance and completeness
clause-5_11 = Unauthorised repair
clause-5_12 = Unauthorised source
clause-CC201 = The first day is not counted
clause-CC202 = Periods in months
clause-CC203 = A last day on a rest day
clause-CC204 = Counting by agreement
clause-CC498 = Doubt runs against the drafter
clause-CC1259 = "Within" includes the number

## Basis: sale and dates

# $kind: special_price, prototype_special_price or borrowed.
ground-sale_outside =
    { $kind ->
        [borrowed] Borrowed units are outside the warranty policy. A separate quotation is possible.
       *[other] Special-price prototypes are outside the policy. A separate quotation is possible.
    }
ground-sale_no_return =
    { $kind ->
        [special_price] Sold at a special price: no refund and no exchange.
        [borrowed] Borrowed unit: no refund and no exchange.
       *[other] Special-price prototype: no refund and no exchange.
    }
ground-sale_lifted =
    { $kind ->
        [special_price] Special price, but the contract allows return and exchange.
        [borrowed] Borrowed, but the contract brings it under the policy.
       *[other] Special-price prototype, but the contract gives it a warranty.
    }
# $kind: a kind of sale, or unknown where none would change anything.
ground-sale_in_policy =
    { $kind ->
        [normal] Sold normally: the commitment applies in full.
        [special_price] Sold at a special price: the commitment applies to repairs.
        [borrowed] Borrowed: the commitment applies to repairs.
        [prototype_special_price] Special-price prototype: the commitment applies to repairs.
       *[unknown] However it was sold, the contract brings it under the commitment.
    }
ground-purchase_dates_differ = Voucher ({ $voucher }) and contract ({ $contract }) give different purchase dates; { $taken } was taken.
ground-period_from_contract = By contract the period starts on { $starts_on }.
ground-claim_date_missing = The date of the claim is missing.
ground-claim_before_purchase = The claim ({ $claimed }) lies before the purchase ({ $purchased }); one of the dates is wrong.
ground-dates_in_order = The claim ({ $claimed }) does not lie before the purchase.

## Basis: period and windows

ground-in_tail = After an earlier repair the cover lasts until { $last_covered_day }.
ground-in_warranty = Inside the warranty, which lasts until { $last_covered_day }.
ground-in_warranty_anyway = Inside the warranty, whatever is still unknown.
ground-warranty_over = The warranty ended on { $last_covered_day }.
ground-warranty_over_anyway = By the claim date the warranty is over, whatever else is unknown.
ground-period_blank = The table gives no period for parts of a detector; the purchase contract decides.
ground-warranty_not_over = The warranty is not over, whatever is still unknown.
ground-refund_window_open = A refund can be claimed until { $last_day }.
ground-refund_window_over = The period for a refund ended on { $last_day }.
ground-exchange_window_open = An exchange can be claimed until { $last_day }.
ground-exchange_window_over = The period for an exchange ended on { $last_day }.
ground-last_day_rolled = { $nominal } is a rest day; the last day moves to { $last_day }.

## Basis: findings

ground-product_fault = The fault is the product's own.
ground-consumable_defect_proven = The consumable failed by a proven defect of material or workmanship, which counts as the product's own fault.
ground-findings_contradict = A product fault cannot stand beside "operates normally" or "within specification": this counts as not diagnosed.
ground-no_fault_found = Diagnosed: no fault in the scope of the claim.
ground-misuse_or_environment = Caused by misuse, accident, environment or power surge.
ground-third_party = Caused by a third-party product, software or service.
ground-normal_wear = Normal discoloration, wear or consumption.
ground-operates_normally = The product operates normally (no fault found).
ground-customer_software_change = Caused by the customer's own change of software.
ground-consumable = A consumable wore out; no defect of it is proven.
ground-against_manual = Not used by the instructions and the manual.
ground-appearance = Concerns appearance or completeness only.
ground-unauthorised_repair = Caused by unauthorised disassembly, repair or installation.
ground-within_specification = Within the standard performance parameters: normal use is not affected.

## Basis: evidence and conditions

ground-no_warranty_certificate = No valid warranty certificate can be produced.
ground-no_purchase_proof = No valid invoice or receipt can be produced.
ground-serial_unreadable = The serial label is altered or unreadable.
ground-serial_absent = The unit has no serial number.
ground-serial_differs = Model or serial number of unit, certificate and register differ.
ground-source_not_authorised = From an unauthorised source of supply.
ground-certificate_produced = The warranty certificate is there.
ground-proof_produced = The original invoice or receipt is there.
ground-serial_readable = The serial label is readable.
ground-serial_agrees = Unit, certificate and register agree on model and serial number.
ground-source_authorised = From an authorised source of supply.
ground-consent_given = We consented to the return.
ground-consent_refused = Sent without our consent: the claim is refused.
ground-sent_without_consent = Sent without our consent: the company decides whether it serves the claim.
ground-accessories_incomplete = The original accessories are not complete; they can be sent later.
ground-accessories_there = The original accessories are complete.
ground-accessories_refused = The original accessories are not complete: refund and exchange are refused.
ground-user_caused_review = A user-caused fault stands beside the product's own: a warranty approver decides on the exchange.

## Basis: what follows for repairs

ground-free_repair_due = The repair is free of charge.
ground-paid_repair_due = The repair is charged, after the charge is agreed with the customer.
ground-nothing_to_repair = There is no fault to repair; what is done besides, such as the inspection, is charged after the charge is agreed with the customer.
ground-nothing_to_pay = There is no repair to be charged.
ground-fee_agreed = The contract provides for a fee inside the warranty: that fee alone is charged. Note it on the work order.

## Basis: still open

ground-open_accessories = Open: whether the original accessories are complete.
ground-open_authorised_source = Open: whether the source of supply is authorised.
ground-open_claim_object = Open: whether the whole unit or a part is claimed for.
ground-open_consent = Open: whether we consented to the return.
ground-open_consumable_defect = Open: whether a defect of the consumable is proven.
ground-open_contract = Open: what the purchase contract says.
ground-open_dates = Open: the dates of purchase and claim.
ground-open_diagnosis = Open: the fault and its cause.
ground-open_product_class = Open: the product class.
ground-open_purchase_date = Open: the purchase date.
ground-open_purchase_proof = Open: whether the invoice or receipt can be produced.
ground-open_review = Open: a decision by a warranty approver.
ground-open_sale_kind = Open: how it was sold.
ground-open_serial_label = Open: the state of the serial label.
ground-open_serial_match = Open: whether unit, certificate and register agree.
ground-open_warranty_certificate = Open: whether the warranty certificate can be produced.

## What would be different: the sentence takes what is supplied (if-), the remedy's code, the last day and the needs

if-accessories = the original accessories complete
if-authorised_source = an authorised source confirmed
if-consent = our consent to the return
if-consumable_defect = a defect of the consumable proven
if-diagnosis = the fault confirmed as the product's own
if-purchase_proof = the invoice or receipt
if-sale_kind = a normal sale confirmed
if-serial_label = a readable serial label
if-serial_match = model and serial number in agreement
if-warranty_certificate = the warranty certificate
if-both = { $one } and { $other }

counterfactual-earlier =
    { $remedy ->
        [refund] A refund was possible until { $last_day }.
        [exchange] An exchange was possible until { $last_day }.
       *[free_repair] In-warranty repair was possible until { $last_day }.
    }
counterfactual-repair_shown = With the earlier in-warranty repair shown to have ended within the months of 2.2 before the claim: in-warranty repair.
counterfactual-granted =
    { $remedy ->
        [refund] With { $supplied }: refund.
        [exchange] With { $supplied }: exchange.
       *[free_repair] With { $supplied }: in-warranty repair.
    }
counterfactual-granted_until =
    { $remedy ->
        [refund] With { $supplied }: refund until { $last_day }.
        [exchange] With { $supplied }: exchange until { $last_day }.
       *[free_repair] With { $supplied }: in-warranty repair until { $last_day }.
    }
counterfactual-needs =
    { $remedy ->
        [refund] With { $supplied }: refund pending ({ $needs }).
        [exchange] With { $supplied }: exchange pending ({ $needs }).
       *[free_repair] With { $supplied }: in-warranty repair pending ({ $needs }).
    }

## The facts by their names, and their values

fact-product_class = Product class
fact-claim_object = Claimed for
fact-purchase_voucher_date = Purchase voucher
fact-purchase_contract_date = Purchase contract date
fact-claim_date = Claim date
fact-sale_kind = Kind of sale
fact-contract = Purchase contract
fact-contract_unit_months = Contract: months for the unit
fact-contract_part_months = Contract: months for parts
fact-contract_return_days = Contract: days for a refund
fact-contract_exchange_days = Contract: days for an exchange
fact-contract_period_starts_on = Contract: period starts on
fact-contract_special_price_return = Contract: return despite the special price
fact-contract_covers_borrowed = Contract: covers the borrowed unit
fact-contract_fee_inside_warranty = Contract: fee inside the warranty
fact-findings = Diagnosis
fact-consumable_defect = Defect of the consumable
fact-documents_warranty_certificate = Warranty certificate
fact-documents_purchase_proof = Invoice or receipt
fact-serial_label = Serial label
fact-serial_matches = Serial number match
fact-authorised_source = Authorised source
fact-accessories_complete = Accessories complete
fact-return_consent = Consent to the return
fact-prior_repairs = Earlier repairs
fact-counting = Counting of last days
fact-buyer = Buyer
fact-country = Country
fact-purchase_channel = Way of buying
fact-goods_received_on = Goods received on

value-yes = yes
value-no = no
value-none = none
value-seen = seen
value-unavailable = asked, no answer
value-not_stated = not stated
value-terminal = complete device
value-module = core module
value-detector = detector
value-whole = whole unit
value-part = spare part or accessory
value-normal = normal
value-special_price = special price
value-prototype_special_price = special-price prototype
value-borrowed = borrowed
value-readable = readable
value-unreadable = unreadable
value-absent = absent
value-cn = moved past rest days
value-plain = not moved past rest days
value-product_fault = product fault
value-misuse_or_environment = misuse or environment
value-third_party = third-party product
value-normal_wear = normal wear
value-operates_normally = no fault found
value-customer_software_change = software changed by the customer
value-consumable = consumable
value-against_manual = used against the manual
value-appearance = appearance
value-unauthorised_repair = unauthorised repair
value-within_specification = within specification
value-product = this unit, in warranty
value-part_same = this part, in warranty
value-part_other = another item, in warranty
value-paid = charged

## The explanation as text

explain-list = { $items }, { $next }
explain-note = { $note } [{ $law }; how sure: { $confidence }]
explain-fact = { $name }: { $value }
explain-remedy = { $remedy }: { $outcome }
explain-repair = { $completed } ({ $scope })
explain-until = until { $last_day }
explain-beside = Also
explain-counterfactuals = What would change it
explain-next = Ask next
explain-no_longer_matters = No longer matters
explain-assumptions = Taken for granted
explain-notes = For review under other law
explain-readings = Turns on readings
explain-reading = Reading { $number } ({ $remedies }; { $level }): { $says }
explain-policy = By { $id } { $version }

## Assumptions

assumption-contract_defaults = The purchase contract was not seen in full; the table's values are used.
assumption-prior_repair_left_out = An earlier repair without a known end or scope was left out.
assumption-no_prior_repairs = Whether there were earlier repairs could not be found out; none is counted.
assumption-rest_days_roll = How last days are counted could not be found out; a last day on a rest day moves to the next working day.

## Readings that the outcome turns on: short titles; the pack says what each reading is

reading-1 = What "free warranty repairs" in clause 5 means
reading-2 = The first day of the 7 and 30 days
reading-3 = Whether the 30th day is included
reading-4 = A last day on a rest day
reading-5 = Months without the corresponding day
reading-6 = Which event must fall inside
reading-7 = Voucher date against contract date
reading-8 = Certificate "and" invoice
reading-9 = Special price and the 30-day exchange
reading-10 = Prototypes and borrowed units
reading-11 = What gets the three months of 2.2
reading-12 = From when 2.2 counts
reading-13 = Windows after an exchange
reading-14 = Incomplete accessories
reading-15 = Sent without consent
reading-16 = Who pays for sending back
reading-17 = Whether the finding must have caused the fault
reading-18 = A product fault beside another finding
reading-19 = Parts of a detector
reading-20 = What is a part
reading-21 = Contract not seen

## Notes from other law: for review, no outcome depends on them

note-prc_distance_return = Bought at a distance by a consumer in China: a return within 7 days of receipt without giving a reason may be possible. Have it reviewed.
note-prc_quality_return = Consumer in China, within 7 days of receipt: a return for lacking quality may be possible. Have it reviewed.
note-prc_burden_of_proof = Consumer in China, within six months of acceptance: for durable goods the seller may have to prove that the fault is not his. Have it reviewed.
note-eu_conformity = Consumer in the European Union, within two years of delivery: the seller may be liable for a lack of conformity. Have it reviewed.
note-eu_withdrawal = Bought at a distance by a consumer in the European Union: withdrawal within 14 days of receipt may be possible. Have it reviewed.
