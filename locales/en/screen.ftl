### Words on the screens. Remedies, outcomes, needs and clauses are in verdict.ftl, errors and problems in
### error.ftl, accessories in accessory.ftl.

## Places and the frame

place-bench = Bench
place-intake = Check-in
place-tickets = Work orders
place-units = Units
place-register = Sales register
place-settings = Settings
places-label = Places
skip-to-content = Skip to the content
find-label = Search and commands
find-hint = Scan, or type a serial, RMA, customer, command
where-data-is =
    { $count ->
        [0] Everything is on this computer
        [one] Everything is on this computer; { $count } change waits for HQ
       *[other] Everything is on this computer; { $count } changes wait for HQ
    }
where-data-is-too = Everything is on this computer and at headquarters
footer-label = Keys on this screen
footer-saved = Saved on this computer
toasts-label = Messages
close = Close
dismiss = Dismiss
remove = Remove
undo = Undo
open = Open
go-back = Go back
choose = Choose
list-separator = ,{" "}
nothing-changed = Nothing has been changed
calendar-provisional = calendar provisional

## Something broke

failure-title = The records cannot be opened
failure-screen = This screen cannot be shown
failure-nowhere = There is nothing at this place
failure-retry = Try again
failure-to-bench = To the bench
failure-unexpected = Something unexpected happened ({ $code }). What was saved before is kept; try again.

notice-salvaged = The record file was damaged. It was moved aside and everything readable was taken over; nothing was deleted. Make a backup and have the old file examined.
notice-forked = Headquarters had other records in the name of this station: a copy of its files was used, or an older state was put back. Nothing was lost: what was written here was written again in a chain of its own, and new numbers come from a new series. If two machines are in use, set one of them up anew.
notice-pack_set_aside = A policy pack that was installed is not used by this program; the packs before it apply. See the policy packs for the reason, and install a newer pack or program.
notice-centre_incomplete = The service centre has no address or phone yet, and forms print without it. Fill it in under Settings.
notice-clock_behind = This computer's clock is behind the last record: it was set back, or was ahead before. Days and deadlines are counted wrongly until it is right. Set the clock; nothing that is recorded is changed by it.

## Keys

key-palette = Search and commands
key-shortcuts = Shortcuts
key-undo = Undo the last step
key-offered = What the message offers
key-new-intake = New check-in
key-next-unit = Next unit
key-receive = Receive and print
key-next-question = To the next question

shortcuts-here = On this screen
shortcuts-everywhere = Everywhere
shortcuts-fields = In fields and lists
shortcut-suggestion = Take the value the register holds
shortcut-yes = Checklist: yes, it is there
shortcut-no = Checklist: no
shortcut-absent = Serial label: absent
shortcut-unavailable = Checklist: asked, not available
shortcut-unseen = Checklist: not looked at
shortcut-rows = Walk through a list
shortcut-open-row = Open the row

palette-results = Results
palette-found = Found
palette-code = Code
palette-commands = Commands
palette-calendar = Calendar of working days
palette-resolve = Open "{ $text }" as a code

## States of a work order and of a record

state-on_time = On time
state-due = Due
state-overdue = Overdue
state-done = Done
status-to_be_diagnosed = To be diagnosed
status-cancelled = Cancelled
sync-local = Saved here
sync-waiting = Waiting
sync-synced = Synced
sync-review = Needs review

column-rma = RMA no.
column-model = Model
column-serial = Serial no.
column-customer = Customer
column-received = Received
column-day = Day
column-state = State
column-marks = Marks
column-limit = Day 20
column-sync = Record

cycle-target = Target (day 10)
cycle-limit = Limit (day 20)

## Bench

bench-scan = Scan or type a code
bench-scan-hint = Serial, RMA or form QR code
bench-counts = Today
count-open = open
count-on-time = day 0–10
count-due = day 11–20
count-overdue = past day 20
count-received-today = received today
count-unsynced = waiting for HQ
bench-due = Nearest limit first
bench-due-hint = Enter opens
bench-recent = Received last
bench-drafts = Begun, not received yet
bench-drafts-hint = saved on this computer
bench-empty-title = Nothing has been received yet
bench-step-register = Import the sales register, so that a scan fills in model, dates and customer.
bench-step-register-done = The sales register is imported: a scan fills in model, dates and customer.
bench-step-scan = Scan the serial of a unit, anywhere in this window, or start a check-in by hand.
bench-import-register = Import a register
draft-untitled = Untitled
draft-saved-at = saved { $at }
draft-discard = Put away
draft-discard-named = Put the draft { $name } away
draft-discarded = Draft put away; it is kept for 30 days
draft-undo-discard = Take the draft back

## Scans

scan-foreign = { $rma } is a good RMA number, but its work order is not on this computer.
scan-foreign-check_in = Check it in under this number
scan-misread = { $text } looks like an RMA number, but a character was misread. Scan or type it again.
scan-text = "{ $text }" is no code that is known here.
scan-open-ticket = { $serial } is here already, with the open work order { $rma }.
scan-form = The form's code was read; its content is in a new draft.
scan-dialog-open = The scan was not used: close the open dialog first, then scan again.
look-alike-title = Is it { $serial }?
look-alike-explain = This serial is not known here, but it looks like known ones (0/O, 1/I, 8/B, 5/S). Compare it with the label and choose.
look-alike-known = known
look-alike-open = has an open work order
look-alike-as-read = new, exactly as read
look-alikes-title = Easily confused with a known serial
look-alikes-explain = Compare { $serial } with the label, character by character: 0/O, 1/I, 8/B, 5/S.
look-alike-take = Use { $serial } instead
look-alike-open-unit = Open { $serial } instead

## Check-in

intake-receive = Receive
draft-untouched = Nothing typed yet
draft-changed = Saving …
draft-saved = Draft saved on this computer { $at }
draft-not-saved = Not saved: { $why }

section-unit = Unit
section-purchase = Purchase and report
section-customer = Customer and sender
section-fault = Fault
section-evidence = Evidence
section-accessories = Original accessories
section-more = More about customer, condition and remote diagnosis
section-photos = Photos, videos, PDF files
section-diagnosis = Diagnosis
section-contract = Terms of the purchase contract
section-papers = Papers
section-timeline = What happened
section-cover = Warranty period

filled-of = { $filled } of { $all } filled
checklist-keys = Space = yes · N = no · U = not available · Backspace = not looked at

field-serial = Serial no.
field-model = Model
field-product_class = Product class
field-claim_object = Claimed for
field-voucher_date = Voucher date
field-contract_date = Contract date
field-sale_kind = Kind of sale
field-purchase_document = Purchase document no.
field-first_reported-on = First reported on
field-first_reported-to = Reported to
field-received_on = Received on
field-channel = Arrived by
field-customer-name = Customer
field-customer-company = Company
field-customer-phone = Phone
field-customer-email = E-mail
field-customer-address = Return address
field-dealer = Dealer / sender
field-symptom = Reported fault
field-remedy_wanted = Customer asks for
field-condition = Condition
field-remote_attempts = Remote diagnosis tried
field-findings = Diagnosis
field-consumable_defect = Proven defect of material or workmanship
field-contract = Contract
field-claim_date = Claim date
field-paper_form = Paper application form
field-reason = Reason
field-accessories = Accessories
field-status = Status
field-screen_language = Language
field-language = Language
field-document_language = Language of paper
field-theme = Appearance
field-density = Density
field-printer = Printer
field-paper-form = Paper
field-scan_prefix = Scanner prefix
field-scan_suffix = Scanner suffix

source-register = Register
source-register-as-of = Register of { $at }
source-receipt = Taken from the receipt
suggestion-register = Register: { $value }
suggestion-take = Take { $value } from the register
suggestion-model-found = On record: { $value }
models-found = Models on record
serial-unregistered = Not in the register of { $at }

product_class-terminal = Complete device
product_class-module = Core module
product_class-detector = Detector
claim_object-whole = Whole unit
claim_object-part = A part
sale_kind-normal = Normal
sale_kind-special_price = Special price
sale_kind-prototype_special_price = Special-price prototype
sale_kind-borrowed = Borrowed
channel-counter = Counter
channel-courier = Courier
channel-dealer = Dealer
remedy_wanted-unsaid = Not said

evidence-warranty_certificate = Warranty certificate
evidence-purchase_proof = Invoice or receipt
evidence-serial_label = Serial label readable
evidence-serial_match = Matches papers, register
evidence-authorised_source = Authorised source
evidence-consent = Consent to the return
evidence-paper_form = Paper application form

answer-yes = yes
answer-no = no
answer-no2 = no
answer-unavailable = not available
answer-unseen = not looked at
label-yes = readable
label-no = unreadable
label-no2 = absent
label-unavailable = not available
label-unseen = not looked at
presence-present = present
presence-missing = missing
presence-not_checked = not checked

accessories-need-class = The list follows from the product class
accessories-all = The rest is here
accessory-extra = Another item

diagnosed-not_yet = Not diagnosed
diagnosed-none = Diagnosed, no fault found
diagnosed-found = Diagnosed
findings-list = Findings
finding-product_fault = Fault of the product itself (1.1)
finding-misuse_or_environment = Misuse, accident, environment (5.2)
finding-third_party = Third-party product or service (5.3)
finding-normal_wear = Normal wear (5.4)
finding-operates_normally = No fault found, NFF (5.5)
finding-customer_software_change = Software changed by the customer (5.6)
finding-consumable = Consumable worn out (5.7)
finding-against_manual = Used against the manual (5.9)
finding-appearance = Appearance only (5.10)
finding-unauthorised_repair = Unauthorised repair (5.11)
finding-within_specification = Within specification (1.1)

contract-unseen = Contract not seen
contract-seen = Contract seen
contract-period_starts_on = Period starts on
contract-unit_months = Unit, months
contract-part_months = Parts, months
contract-return_days = Return, days
contract-exchange_days = Exchange, days
contract-flags = Special terms
contract-special_price_return = Return and exchange despite the special price
contract-covers_borrowed = Covers the borrowed unit
contract-fee_inside_warranty = A fee inside the warranty

photos-label = Photos, videos, PDF files
photos-choose = Choose files
photos-hint = or drop them here, or paste
photos-summary = choose, drop or paste
photo-pasted = pasted-{ $number }
photo-saving = Saving { $name } …
photo-open = Show { $name }
photo-remove = Remove { $name }
photo-open-outside = Open in the system viewer
photo-removed = { $name } removed
photo-undo-remove = Take { $name } back
photo-too-large = { $name } ({ $size }) is too large and was not added. Everything else is kept. Add a smaller photo, a shorter video or a smaller PDF.
photo-not-drawn = This computer cannot draw { $name }. The file is kept as it came; open it in the system viewer.

duplicate-title = This unit is here already: { $rma }
duplicate-open = Open { $rma }
duplicate-explain = A unit has one open work order at a time. The draft is kept.
earlier-tickets =
    { $count ->
        [one] This unit was here once before
       *[other] This unit was here { $count } times before
    }
open-unit-life = Unit's history
open-ticket = Open the work order

conflicts-title = Does not agree; will be recorded, and is no reason to refuse
conflicts-recorded = Recorded as contradictory
conflict-register = { $field }: the register says { $register }, the check-in { $intake }
conflict-facts = { $field }: the facts of the claim say { $facts }, the check-in { $intake }; the determination follows the facts
conflict-own_unit_sold = Marked as our own unit, but the sales register names a buyer
conflict-own_unit_sold-on = Marked as our own unit, but the sales register says it was sold on { $on }
conflict-date_order = { $later } lies before { $earlier }
conflict-claim_date_from_receipt = No earlier report is documented: the received date is the claim date

received-title = Received
received-saved = Saved on this computer

## Determination

verdict-title = Warranty determination
verdict-live = live, as you type
verdict-made-at = made { $at }
verdict-next = Find out next
verdict-ask-earlier_report = Was the fault reported before the unit came? On or before { $day }: { $remedies }
verdict-then = then
verdict-still-open = Still open
verdict-outside = Outside the policy: no remedy of the commitment. A separate quotation stays possible.
verdict-excluded = Not covered:
verdict-days = Days that matter
verdict-basis = Basis
verdict-last-day = Last day
verdict-was-possible-to = Was possible until
verdict-covered-to = Covered until
verdict-rolled-from = rolled from { $day }, a rest day
verdict-pack = Policy pack { $id } { $version } · { $hash }
verdict-calendar = Calendar { $hash }
outcome-needs-what = Pending: { $what }
outcome-needs-count = { $count } points
clauses-more =
    { $count ->
        [one] { $count } more clause
       *[other] { $count } more clauses
    }
clause-label = Clause { $id }
clause-unknown = See the After-sales Service Commitment.
reading-label = Reading { $number }

day-purchase = Purchase
day-contract = Contract
day-refund = Refund ends
day-exchange = Exchange ends
day-claim = Report
day-cover = Warranty ends
days-between = { $count } d

## Papers

paper-open-outside = Open in the PDF viewer
form-application = Application form
form-receipt = Receipt
form-label = Unit label
form-blank = Blank form
language-zh-CN = 中文
language-en = English
language-both = 中文 + English
printer-none = None: show the PDF
printers-none = This computer knows no printer
paper-busy = The paper is being made
paper-open = Make and show
paper-print = Print
paper-open-named = Show the { $form } of { $at }
paper-sent-to = Sent to { $printer }
paper-printed-to = printed on { $printer }
paper-not-printed = not printed
paper-pages-count =
    { $count ->
        [one] { $count } page
       *[other] { $count } pages
    }
preview-failed = This cannot be shown here. It is kept; open or print it instead.
preview-page = Page { $number } of { $of }

## Work orders

tickets-search = Search work orders
tickets-filter = Show
filter-open = Open
filter-due = Due
filter-overdue = Overdue
filter-all = All
list-count =
    { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
list-more-than = more than { $count } rows
search-none = Nothing found
search-none-hint = Search finds serials, RMA numbers, customers, faults and pinyin initials. Try fewer characters.
tickets-none-open = No open work order
tickets-none-due = No work order is between day 10 and day 20
tickets-none-overdue = No work order is past day 20
tickets-none-all = No work order yet
tickets-none-hint = Scan a unit to check it in (F3 on the bench).

ticket-day = Day { $day }
ticket-print = Print form
ticket-amend = Correct
ticket-findings = Papers and label…
ticket-cancel = Cancel work order
ticket-reopen = Reopen work order
ticket-cancelled = Work order cancelled
ticket-reopened = Work order reopened
ticket-is-cancelled = This work order is cancelled. Its number stays used.
ticket-cancel-title = Cancel { $rma }?
ticket-cancel-explain = For a unit that was received by mistake. The work order leaves the open ones, stays in the history and can be reopened.
ticket-cancel-confirm = Cancel it
ticket-undo-cancel = Reopen { $rma }
reason-needed = Give a reason; it stands in the history
not-documented = not documented
amend-title = Correct { $rma }
amend-explain = Stands in the history beside the old values
amend-save = Save the correction
unsaved-title = What was entered has not been saved
unsaved-explain = Close again to drop it; what was saved stays as it was.
unsaved-go-on = Go on
unsaved-drop = Drop it
amend-saved = Correction saved
findings-title = Papers and label of { $rma }
findings-explain = They make a new determination; earlier ones stay as they were.
findings-save = Record
findings-saved = Recorded; the determination is new

timeline-hint = from the journal, newest first
timeline-nobody = nobody named
named-value = { $name }: { $value }
timeline-cleared = cleared
timeline-corrected = { $name }: { $was } → { $value }
timeline-broken = The journal does not hold together: it was changed outside of the program. Check the records in Settings.
timeline-intake-receive = Received
timeline-intake-amend = Corrected
timeline-ticket-transition = Status changed
timeline-verdict-save = Determination recorded
timeline-paper-make = Paper made
timeline-paper-print = Paper printed
timeline-attachment-add = File added
timeline-attachment-remove = File removed
timeline-attachment-restore = File taken back
timeline-customer-add = Customer recorded
timeline-customer-update = Customer changed
field-rma = RMA no.
field-facts = Facts of the claim
field-form = Paper
field-hash = Hash
field-pages = Pages
field-printed_to = Printer
field-conflicts = Contradictions
field-name = Name
field-phone = Phone
field-email = E-mail
field-address = Address
paper_form-true = yes
paper_form-false = no

## Units

units-hint = Every serial known here, from the register or from a work order
units-search = Serial begins with
units-none = No unit is known yet
units-none-hint = Import the sales register or check a unit in.
unit-registered = in the register
unit-unregistered = not in the register
unit-open-ticket = Open work order
unit-receive = Check in this unit
unit-no-tickets = This unit was never here
unit-no-tickets-hint = F3 checks it in.
cover-hint = from the sales register
cover-as_of = As of
cover-unit = Unit
cover-parts = Parts
cover-covered = covered
cover-over = over
cover-table-silent = The table does not say.
cover-entries = Entries of the warranty period
cover-entry = Entry
cover-item = Item
cover-until = Covered until
cover-entry-purchase = Purchase
cover-entry-repair = Warranty repair
cover-entry-repair-part = Warranty repair: { $part }
cover-entry-paid = Paid repair, prolongs nothing
cover-entry-exchange = Exchange: { $by } for { $serial }, keeps what remained
cover-unknown = The dates are not known.

## Sales register

register-search = Search the register
register-as-of = as of { $at }
register-none = The register is empty
register-none-hint = Import a file of sold units, and a scan fills in what is known.
register-import-first = Import a register now
register-history = Imports
import-title = Import a sales register
import-sub = Nothing is changed before you press "Import".
import-back = Back to the register
import-file = Register file
import-choose = Choose a file
import-hint = CSV (UTF-8 or GB18030) or XLSX, or drop it here
import-other-file = Another file
import-now = Import
import-separator = separated by { $mark }
import-needs-serial = Say which column holds the serial number.
import-nothing-good = No row can be taken.
import-rows = rows
import-new = new
import-changed = changed
import-bad = left out
import-updated = updated
import-unchanged = unchanged
import-columns = Columns
import-columns-hint = what each heading stands for
import-leave-out = Leave out
import-errors =
    { $count ->
        [one] { $count } row cannot be taken
       *[other] { $count } rows cannot be taken
    }
import-running = Importing { $name }
import-cancel = Cancel the import
import-cancelled = Cancelled; the register is as it was before { $name }.
import-done = { $name } is imported.
import-done-elsewhere =
    { $count ->
        [0] { $name } is imported.
        [one] { $name } is imported; 1 row was left out.
       *[other] { $name } is imported; { $count } rows were left out.
    }
import-failed = { $name } was not imported; nothing is changed.
import-failed-elsewhere = { $name } was not imported.
import-see = See what it did
import-put-away = Put this away
import-to-register = To the register
import-history-line = { $imported } new, { $updated } updated, { $skipped } left out
error-row = Row
error-field = Field
error-why = Why
errors-copy = Copy as text
errors-copied = Copied
errors-not-copied = Could not be copied; select the rows instead.
errors-more = and { $count } more
register_field-serial = Serial no.
register_field-model = Model
register_field-product_class = Product class
register_field-contract_date = Contract date
register_field-voucher_date = Voucher date
register_field-sale_kind = Kind of sale
register_field-dealer = Dealer
register_field-customer = Customer
register_field-phone = Phone

## Settings and first start

settings-sub = Choices of this computer; saved at once
settings-screen = Screen
settings-paper = Paper
settings-scanner = Scanner
settings-centre = Service centre
settings-centre-hint = stands on every form
settings-care = Care of the records
settings-about = About
theme-system = As the system
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast
density-compact = Compact
density-normal = Normal
density-comfortable = Comfortable
scan-marks-note = Empty: told by its speed
scanner-test = Scanner test
scanner-test-note = Put the cursor here and scan
scanner-heard = Recognised as a scan: { $code } ({ $count } characters)
scanner-typed = Typed by hand, or the scanner is slower than 35 ms a character: set a prefix
centre-name_zh = Name in Chinese
centre-name_en = Name in English
centre-address_zh = Receiving address in Chinese
centre-address_en = Receiving address in English
centre-phone = Phone of the counter
centre-hours = Opening hours
centre-zone = Time zone
centre-country = Country of the calendar
centre-save = Save the card
centre-saved = Card saved; new papers show it
backup-now = Back up now
backup-made = Backup made { $at }, { $size }
doctor-run = Check the records
doctor-report = Result of the check
level-ok = all right
level-warn = look at this
level-fail = does not work
about-version = Version
about-station = Number series
about-policy = Policy pack
about-hash = Hash of the pack
setup-title = Set up this computer
setup-explain = Three answers, and units can be received. All of it stays on this computer.
setup-centre = Service centre code
setup-centre-note = 2 to 8 letters and digits, such as CD01; it opens every RMA number
setup-centre-name = Name of the service centre
setup-actor = Your name
setup-actor-note = Stands beside what you do in the history
settings-actor = Name while nobody is signed in
settings-actor-note = Who is signed in stands in the history under their own name
setup-needs-centre = Give the service centre's code
setup-begin = Begin
