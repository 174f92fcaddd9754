### Words of the screens about determinations and policy packs beyond the board itself: facts and their values, what
### differs between two determinations, what-if, the history of a work order, and the pack viewer. Remedies, outcomes
### and clause titles are in verdict.ftl.

## Values of facts, where a field has no words of its own

fact_value-empty_findings = no fault found
fact_value-days = { $count } days
fact_value-months = { $count } months
fact_value-repairs = { $count }
buyer-consumer = consumer
buyer-business = business
purchase_channel-shop = shop
purchase_channel-dealer = dealer
purchase_channel-online = online
purchase_channel-contract = contract

fact_source-intake = from the check-in
fact_source-receipt = received date, no earlier report is documented
fact_source-register = from the sales register

## Basis and questions

remedy_short-refund = Refund
remedy_short-exchange = Exchange
remedy_short-free_repair = In-warranty
remedy_short-paid_repair = Out-of-warranty
basis-of = Basis of
basis-decides = What decides it
basis-for = For it
basis-against = Against it
basis-open = Still open
basis-turns-on = It turns on a reading
verdict-better = Policy pack { $id } { $version } would be better for the customer
verdict-no-longer =
    { $count ->
        [one] { $count } unknown no longer matters
       *[other] { $count } unknowns no longer matter
    }

## What differs

change-arrow = becomes
change-none = Nothing differs.
change-cover = Warranty ends
change-pack = Another policy pack applies: { $before } becomes { $after }
change-calendar = Another calendar was used for rest days.

## What-if

what_if-open = What if …
what_if-title = What-if
what_if-mark = What-if: not a decision
what_if-explain = Nothing here is saved or printed. Escape leaves it.
what_if-dates = Dates
what_if-source = Purchase date taken from
what_if-source-both = both
what_if-source-voucher = voucher
what_if-source-contract = contract
what_if-source-note = Which of two dates counts is reading 7.
what_if-claim = Claim
what_if-unknown = Not known
what_if-evidence = Evidence and accessories
what_if-accessories = Accessories complete
what_if-board = Before and after
what_if-before = Before
what_if-after = After
what_if-unchanged = unchanged
what_if-changed =
    { $count ->
        [0] No outcome changes
        [one] { $count } remedy changes
       *[other] { $count } remedies change
    }
what_if-moved =
    { $count ->
        [0] Nothing is moved yet. Change a date or a fact.
        [one] { $count } fact is moved
       *[other] { $count } facts are moved
    }
what_if-reset = Reset
what_if-reset-nothing = Nothing is moved
what_if-other-pack = The record was made by policy pack { $recorded }; before and after here are by { $now }.
what_if-basis = Basis of what would be

## History of determinations

history-title = Determinations
history-hint = records, never changed
history-first = First determination
history-open = Open the determination of { $at }
history-record-title = Determination of { $at }
history-record-mark = This is a record. It cannot be changed.
history-recorded-by = Made by { $actor }.
history-made-by = by { $actor }
history-current = newest
history-older = Older
history-newer = Newer
history-no-older = This is the first
history-no-newer = This is the newest
history-pack = { $id } { $version }
history-changed = Changed since the one before

## Policy packs

place-policy = Policy packs
pack-sub = What determinations are made by. A pack is data; it is read here and changed nowhere in this window.
pack-search = Search clauses and readings
pack-search-none-hint = Try a clause number, a word of a clause in either language, or a name.
pack-none = No policy pack is here
pack-none-hint = Run the check-up in the settings.
pack-choose = Pack
pack-which = This pack
pack-version = Name and version
pack-standing = Standing
pack-in-force = in force
pack-not-in-force = not in force for goods bought today
pack-serves = Serves goods bought
pack-serves-all = on any day, unknown days too
pack-serves-early = from the beginning
pack-serves-late = until replaced
pack-supersedes = Takes over from
pack-installed = Installed
pack-shipped = came with the program
pack-hash = Hash
pack-source = Source of the text:
pack-ranks = Order of law
pack-terms = Terms
pack-periods = Warranty periods (2.T)
pack-blank = not stated (reading 19)
pack-times = Times
pack-floor = After a repair or replacement, at least
pack-cycle = Repair cycle
pack-cycle-days = target { $target }, limit { $limit } working days
pack-reply = Reply to an enquiry
pack-reply-hours = { $count } hours on working days
pack-sale_kinds = Kinds of sale
pack-evidence = Evidence whose want excludes
pack-exclusions = Findings that are not the product's own fault
pack-clauses = Clauses
pack-clauses-hint = in our own words; the commitment is quoted by its numbers
pack-readings = Readings
pack-readings-hint = how doubtful places are read
pack-open = Open the policy pack

column-clause = Clause
column-value = Value
column-effect = Effect
column-lifted = Lifted by the contract
column-wanting = What is wanting

rank-mandatory_law = Mandatory law
rank-contract = Purchase contract
rank-policy = Commitment
rank-default_law = Default law

sale_effect-full = the whole policy
sale_effect-no_return_or_exchange = no refund, no exchange
sale_effect-outside = outside the policy

wanting-warranty_certificate = No warranty certificate
wanting-purchase_proof = No invoice or receipt
wanting-readable_serial = Serial label altered or unreadable
wanting-serial = No serial number
wanting-serial_match = Model or serial number differs
wanting-authorised_source = Unauthorised source

exclusion-user_caused = user-caused: beside a product fault no refund, exchange by review
exclusion-contradicts = contradicts a product fault
exclusion-unless_defect = unless a defect is proven

level-inform = Inform: the engine answers
level-confirm = Confirm: a person confirms a denial
level-adjudicate = Adjudicate: a person decides
reading-chosen = Chosen
reading-alternative = Not chosen
reading-level = Stop level
reading-signed = Signed
pack-editors = The editors of the pack
reading-signed-by = { $who }, { $on }
reading-unsigned = Unsigned: a person decides
clause-in-pack = Open in the policy pack

reading_option-paid = excluded faults are repaired for a charge
reading_option-free = excluded faults are repaired free
reading_option-purchase_day_is_day_0 = the purchase day is day 0
reading_option-purchase_day_is_day_1 = the purchase day is day 1
reading_option-inclusive = day 30 is included
reading_option-exclusive = day 30 is not included
reading_option-rolls_forward = rolls to the next working day
reading_option-no_roll = does not roll
reading_option-last_of_month = the last day of the month
reading_option-first_of_next_month = the first of the next month
reading_option-first_documented_claim = the first documented report
reading_option-receipt = the receipt at the centre
reading_option-later = the later date
reading_option-voucher = the voucher's date
reading_option-both_needed = both are needed
reading_option-only_lacking_both = excluded only when both are lacking
reading_option-exchange_too = no exchange either
reading_option-return_only = only the refund is barred
reading_option-outside_policy = outside the whole policy
reading_option-no_return_or_exchange = only refund and exchange are barred
reading_option-repaired_item = the repaired or replaced item
reading_option-whole_product = always the whole product
reading_option-completion = the hand-over after the repair
reading_option-never_restart = never start anew
reading_option-restart = start anew
reading_option-condition = a condition that can be met later
reading_option-refusal = a reason to refuse
reading_option-company_decides = the company decides
reading_option-person_decides = a person decides
reading_option-customer_pays = the customer pays
reading_option-must_have_caused = only as the cause of the fault
reading_option-fact_excludes = the fact alone excludes
reading_option-each_by_its_cause = each by its own cause
reading_option-all_paid = all is charged
reading_option-needs_contract = the contract must say
reading_option-alternative_months = the pack's alternative months
reading_option-claimed_as_such = what is claimed as a part
reading_option-any_inner_part = any part inside
reading_option-table_values = the table's values

pack-laws = Other law
pack-laws-hint = raises notes for review; it never changes an outcome
pack-law-who = Protects
pack-law-within = Within
pack-law-confidence = How sure
pack-law-countries = Countries
pack-law-anyone = every buyer
pack-law-any_way = however bought
pack-law-no_limit = no limit
pack-law-not-in-force = not in force today
confidence-low = low
confidence-medium = medium
confidence-high = high
pack-signed-key = Signed with
pack-set_aside = Installed packs that are not used
pack-overtaken = The program's own pack is as new or newer; nothing is missed.
pack-missed = Ask for a corrected pack: until then an older one is in force.
pack_check-fits = By itself and beside the packs in force it is good; its signature was not looked at.
pack_check-beside = By itself it is good, but beside the packs in force it would be refused: { $detail }.

## Comparing packs

compare-open = Compare
compare-title = Compare policy packs
compare-sub = What two packs decide differently. Nothing is installed and nothing is saved.
compare-choose = What is compared
compare-file = A file …
compare-file-label = Policy pack file
compare-file-choose = Choose a pack file
compare-file-hint = or drop it here; it is read, not installed
compare-nothing = Choose a second pack
compare-nothing-hint = Another pack of this computer, or a file that is not installed.
compare-working = Comparing …
compare-regions = Kinds of claims
compare-entries = Entries of the packs
compare-entry = Entry
