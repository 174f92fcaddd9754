# Masters: models, dealers, contracts, charge standard, loan register; and where a fact was taken from.

fact_source-by-register = from the sales register of { $at }
fact_source-by-model = from model { $by }, master of { $at }
fact_source-by-dealer = from dealer { $by }, master of { $at }
fact_source-by-contract = from contract { $by }: { $file }, imported { $at }
fact_source-by-loan_register = from our demo and loan register of { $at }
fact_source-counter = accepted at the counter
fact_source-authorisation = from the number issued before the unit came
fact_source-by-standing_consent = standing consent of dealer { $by }, master of { $at }

## Kinds

masters-model = Models
masters-dealer = Dealers
masters-contract = Contracts
masters-charge = Charge standard
masters-loan = Demo and loan units

## The page

place-masters = Masters
masters-sub = What headquarters says before any sale. What is not in it proves nothing.
masters-kinds = Kind of master
masters-search = Search
masters-as-of = as of { $at }
masters-import = Import a file
masters-none = Nothing here yet
masters-none-hint = Import a file, and what it says is filled in by itself when a unit is checked in.
masters-history = Files
masters-history-line = { $imported } new, { $updated } updated, { $ended } ended, { $skipped } left out
masters-history-complete = complete list
masters-ended = ended
masters-in-force = in force
masters-expired = expired { $on }
masters-said = said by { $file } of { $at }
masters-changed = last changed { $at }
masters-column-state = Standing
masters-column-said = Last said
masters-close = Close

## Import

masters-import-title = Import: { $kind }
masters-import-back = Back to the masters
masters-import-file = File of masters
masters-to-list = To the list
masters-needs-key = Say which column is "{ $field }": rows are known by it.
masters-cancelled = Cancelled; the masters are as they were before { $name }.
masters-complete = This file is the complete list
masters-complete-hint = What it leaves out ends. It is kept and says nothing any more.
masters-would-end = would end
masters-did-end = ended
masters-template-open = Open an empty sheet
masters-template = Copy the headings such a file has
masters-headings-copied = Headings copied; paste them into the first row of an empty sheet.

## Columns

master_field-model = Model
master_field-name_zh = Chinese name
master_field-name_en = English name
master_field-product_class = Product class
master_field-kit = Kit
master_field-specification = Specification
master_field-serial_pattern = Serial pattern
master_field-successor = Successor
master_field-firmware = Firmware
master_field-documents = Documents
master_field-is_current = Still built
master_field-dealer_code = Dealer code
master_field-dealer = Dealer
master_field-authorised_from = Authorised from
master_field-authorised_to = Authorised to
master_field-standing_consent = Standing consent
master_field-consent_from = Consent from
master_field-terms = Terms
master_field-contact = Contact
master_field-contract = Contract no.
master_field-buyer = Buyer
master_field-signed_on = Signed on
master_field-models = Models covered
master_field-serials = Serials covered
master_field-sale_kind = Kind of sale
master_field-unit_months = Unit warranty, months
master_field-part_months = Parts warranty, months
master_field-return_days = Refund window, days
master_field-exchange_days = Exchange window, days
master_field-period_starts_on = Periods run from
master_field-special_price_return = Special price may go back
master_field-covers_borrowed = Covers borrowed units
master_field-fee_inside_warranty = Fee inside the warranty
master_field-price_proof = Proof of the special price
master_field-code = Line
master_field-version = Version
master_field-effective_on = In force from
master_field-currency = Currency
master_field-kind = Kind
master_field-amount = Amount
master_field-serial = Serial no.
master_field-with = With
master_field-since = Since
master_field-until = Until
charge_kind-labour = Labour
charge_kind-inspection = Inspection
charge_kind-part = Part
charge_kind-freight = Freight
loan_kind-demo = Demo unit
loan_kind-loan = Loan unit

## Beside a check-in and a unit

conflict-master = { $field }: model { $by } says { $says }, the check-in { $intake }
conflict-master-class = The class comes from the model: { $by } is a { $says }. A detector built into it is part of it.
conflict-master-take = Take { $value } from the model
conflict-dealer_not_authorised = Dealer { $dealer } was not authorised on { $on }, says the master. A person must judge; no determination follows from it.
conflict-serial_pattern = The serial does not look like those of { $model } ({ $pattern }). Check it for a misread character.
conflict-contracts = More than one contract covers this unit: { $numbers }. State the contract's terms by hand.
suggestion-class = Model { $by }: { $value }
suggestion-model = Serials like this one are { $value }
suggestion-model-take = Take { $value }
intake-ours = This is a unit of our own ({ $kind }). It gets an internal order.
unit-ours = This is a unit of our own ({ $kind }).
unit-model = Model { $model }
unit-model-as-of = master of { $at }
unit-contract = Contract { $number }
unit-contracts-several = Several contracts cover this unit. None of them is taken by itself: say in the check-in which one counts.
unit-not-in-register-as-of = Not in the register of { $at }. That proves nothing: the register is as complete as its files.
unit-no-register = No register was imported here, so it cannot say.
