### Words of the screens about determinations and policy packs beyond the board itself: facts and their values, what
### differs between two determinations, what-if, the history of a work order, and the pack viewer. Remedies, outcomes
### and clause titles are in verdict.ftl.

## Values of facts, where a field has no words of its own

fact-unsaid = not stated
fact_value-empty_findings = no fault found
fact_value-days = { $count } days
fact_value-months = { $count } months
fact_value-repairs = { $count }
serial_label-readable = readable
serial_label-unreadable = unreadable
serial_label-absent = absent
scope-product = this unit, under warranty
scope-part_same = this part, under warranty
scope-part_other = another item
scope-paid = paid repair
counting-cn = Chinese rest days extend
counting-plain = no roll over rest days
buyer-consumer = consumer
buyer-business = business
purchase_channel-shop = shop
purchase_channel-dealer = dealer
purchase_channel-online = online
purchase_channel-contract = contract

fact_source-intake = from the check-in
fact_source-receipt = received date, no earlier report is documented
fact_source-register = from the sales register

## What differs

verdict-until = until
change-arrow = becomes
change-none = Nothing differs.
change-facts = Facts
change-cover = Warranty ends
change-pack = Another policy pack applies: { $before } becomes { $after }
change-calendar = Another calendar was used for rest days.
change-same-outcome = Outcome unchanged: { $what }
change-last_day = last day
change-needs = what is missing

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
what_if-put-back = Put back: { $fact }
what_if-other-pack = The record was made by policy pack { $recorded }; before and after here are by { $now }.
what_if-basis = Basis of what would be

## History of determinations

history-title = Determinations
history-hint = records, never changed
history-first = First determination
history-open = Open the determination of { $at }
history-record-title = Determination of { $at }
history-record-mark = A record of { $at }. It cannot be changed.
history-made-by = by { $actor }
history-nobody = not recorded
history-current = newest
history-older = Older
history-newer = Newer
history-no-older = This is the first
history-no-newer = This is the newest
history-pack = { $id } { $version }
history-changed = Changed since the one before
