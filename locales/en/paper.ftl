### Words on paper: after-sales service application form, receipt, unit label. Clause numbers are those
### of the After-sales Service Commitment.

## Shared by the forms

paper-rma = RMA no.
paper-rma-receipt = RMA no.
paper-page = Page { $page } of { $pages }
paper-printed = Printed { $at } · { $station }
paper-qr-alt = QR code: the content of this form, for entry without a network
paper-code128-alt = Bar code: { $text }
paper-separator = {", "}
paper-yes = ✓
paper-by-hand = Please print; write dates as year-month-day

## Service centre and the company's contacts

paper-centre = Service centre
paper-centre-name = Name
paper-ship-to = Ship to
paper-phone = Phone
paper-hours = Hours
paper-company = Company contacts
paper-company-china = China
paper-company-overseas = Overseas
paper-company-email = E-mail
paper-company-china-phone = 400 661 8812
paper-company-overseas-phone = +86-028-85355966
paper-company-email-address = JPNVision@votinfrared.com

## Customer

paper-customer = Customer
paper-name = Name or company
paper-email = E-mail
paper-address = Return address
paper-dealer = Dealer / sender

## Unit

paper-unit = Unit
paper-model = Model
paper-class = Class
paper-class-terminal = Complete device
paper-class-module = Core module
paper-class-detector = Detector
paper-serial = Serial no.
paper-condition = Condition
paper-received = Received on
paper-purchase-date = Voucher date
paper-contract-date = Contract date
paper-document-number = Document no.
paper-documents = Documents
paper-document-voucher = Invoice or receipt
paper-document-contract = Contract
paper-document-certificate = Warranty certificate
paper-accessories = Accessories
paper-state-missing = missing
paper-state-not_checked = not checked

## Fault

paper-fault = Fault
paper-symptom = Reported fault (when, how often, messages)
paper-first-reported = First reported
paper-first-reported-to = Reported to
paper-remote = Remote diagnosis tried (3.1)
paper-none-recorded = none recorded

## Remedy wanted

paper-wanted = Remedy wanted

## Preliminary determination

paper-determination = Preliminary determination
paper-column-remedy = Remedy
paper-column-outcome = Outcome
paper-column-last-day = Last day
paper-column-missing = Still to be settled
paper-column-clauses = Clauses
paper-preliminary = Preliminary, from what was known when printed; the diagnosis and the warranty approver decide. Law and the purchase contract prevail (2.1).
paper-claim-date = As of the report on { $date }
paper-received-date = As of the day it came, { $date }. Was the fault reported on or before { $by }? Please tell us: it may change this.
paper-excluded-by = Not covered: { $clauses }
paper-outside-policy = The commitment does not apply to this unit
paper-calendar-provisional = Calendar not yet published: dates are provisional
paper-policy = Policy pack { $pack } · { $hash }
paper-calendar = Calendar { $hash }
paper-staff-fills = filled in by the service centre
paper-not-yet-determined = Not yet determined

## Declarations and signatures

paper-declarations = Declarations
paper-declare-true = The above is true, and I am entitled to send in this unit.
paper-declare-charge = Out-of-warranty work starts only after its charge is set and agreed with me (4.2).
paper-declare-consent = Every return needs the company's consent beforehand; without it the company may refuse repair or exchange and send the unit back (3.3).
paper-declare-accessories = Refund and exchange need the unit, its original accessories and the original proof of purchase (3.2, 3.3); after a repair the accessories listed above come back with it.
paper-declare-cycle = The repair cycle is 10–20 working days from receipt to the end of the repair delivery, depending on parts; we will contact you if it takes longer (3.1).
paper-declare-backup = Service may erase photos, videos and settings; I have backed them up.
paper-data-notice = Personal data
paper-data-notice-text = Name, phone, e-mail and address are used only for this service case (contact, diagnosis, repair, settlement, return), kept by the service centre and synchronised to the company's headquarters, and deleted once the statutory and warranty retention periods end. Use the contacts above to see, correct or delete them. { $qr ->
    [with_customer] The QR code holds the case and your name and phone number: do not publish it.
   *[without_customer] The QR code holds the case and no personal data.
    [none] {""}
 }
paper-signatures = Signatures
paper-sign-customer = Customer (or agent)
paper-sign-staff = Service centre staff
paper-sign-date = Date

## After-sales service application form

paper-application-title = After-sales service application form
paper-application-enclose = Sign and enclose with the unit, sent to the address below (4.2)

## Receipt

paper-receipt-title = Receipt
paper-receipt-keep = Keep this receipt: it is needed for enquiries and to collect the unit
paper-receipt-cycle = Repair cycle
paper-receipt-target = Working day 10
paper-receipt-limit = Working day 20
paper-receipt-remedies = Remedies still open
paper-receipt-no-remedy = none
paper-receipt-note = The cycle counts from the working day after receipt; out-of-warranty work starts only after you agree to its charge (4.2); past working day 20 we will contact you (3.1).

## Unit label

paper-label-title = Unit label
paper-label-serial-tail = Serial ends in

## The part of the application form that the customer keeps

paper-slip-title = Collection slip
paper-slip-keep = Keep this part; bring it to collect the unit
paper-slip-cut = cut here
paper-slip-accessories = Accessories taken in
paper-slip-more = and { $count } more, listed above
paper-slip-preliminary = As known when printed; the diagnosis decides. Law and contract prevail.

## Marks on label and forms

paper-mark-temporary_tag = Temporary tag
paper-mark-relabelled = Label replaced by us
paper-mark-damaged_in_transit = Damaged in transit
paper-mark-damaged_in_house = Damaged in our hands
paper-mark-late_entry = Late entry
paper-mark-not_seen_here = Number not seen here
paper-mark-owned_by_us = Company-owned

## Parcel receipt

paper-parcel-title = Parcel receipt
paper-parcel-keep = One receipt for all units of this parcel; each unit is asked for by its own number
paper-parcel = Parcel
paper-parcel-sender = Sender
paper-parcel-waybill = Waybill
paper-parcel-carrier = Carrier
paper-parcel-received-at = Received
paper-parcel-cartons = Cartons
paper-parcel-announced = announced
paper-parcel-counted = counted
paper-parcel-freight = Freight
paper-parcel-freight-prepaid = prepaid by the sender
paper-parcel-freight-collect = collect
paper-parcel-units-count = Units in it: { $count }
paper-parcel-place = No.
paper-parcel-state = State
paper-parcel-received = received
paper-parcel-not_checked_in = not yet checked in
paper-parcel-number_follows = number follows
paper-parcel-differences = Differences
paper-parcel-short = Announced, not found
paper-parcel-extra = Found, not announced
paper-parcel-damaged = Damaged
paper-parcel-nothing = none
paper-parcel-sign-sender = Sender or carrier

## The list for a parcel's sender

paper-differences-title = Differences in a parcel
paper-differences-keep = What differs from what was announced. Please compare it with your own list and answer.
paper-differences-what = What differs
paper-differences-unit = Unit
paper-differences-reply = Answer
paper-differences-reply-note = For the sender or the carrier to fill in

## Internal order

paper-internal-title = Internal repair order
paper-internal-note = A unit of the company's own: no customer, no customer charge
paper-internal-dates = Dates
paper-internal-sent-by = Sent by
paper-internal-work = Work
paper-internal-diagnosis = Diagnosis (fault, cause)
paper-internal-action = Action
paper-internal-parts = Spare parts used
paper-internal-sign-bench = Technician
paper-internal-sign-release = Released by

## Sheets: labels, codes, numbered tags, calibration

paper-label_sheet-title = Unit labels
paper-code_sheet-title = Code labels
paper-tag-title = Numbered tags
paper-tag-when = Received: date, time
paper-tag-by = Taken in by
paper-tag-symptom = Reported fault
paper-tag-note = Tie to the unit. Enter it later under this number, with the time written here.
paper-calibration-title = Calibration page
paper-calibration-measure = The frame stands 2 mm from each edge. Measure, and enter what is missing to the right and down in Settings.
paper-calibration-offset = Offset in force:
