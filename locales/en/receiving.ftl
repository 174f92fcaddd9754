# The receiving desk: how a unit came, on whose word, with which label, and who is concerned.

# Fields
field-authorisation = RMA no. quoted
field-authorisation-rma = RMA no. quoted
field-quoted_rma = RMA no. quoted
field-standing = The number quoted
field-label = Label
field-damage_where = Damage not by the user
field-damage_note = What is damaged
field-late_entry_at = Really came at
field-owned_by_us = Our own unit
field-first_reported-proof = Documented by
field-first_reported_proof = Documented by
field-no_earlier_report = No earlier report
field-second = Second person
field-form_obtained_on = Paper form came on
field-form_obtained_how = How the form came
field-sources = Second sources
field-decision = Decision
field-issued_by = Agreed by

section-arrival = Arrival
section-parties = Other people concerned
parties-summary = { $count ->
    [0] same as sender
    [one] { $count } named
   *[other] { $count } named
  }
party-end_user = End user
party-dealer = Dealer contact
party-owner = Owner
party-payer = Pays
party-ship_to = Return to
party-same = Same as sender
party-add = Someone else
party-remove = Same as sender again
party-field = { $role }: { $field }
customer-found = Known with this phone number
customer-take = Take { $name }
customer-find-hint = Last four digits find people on record
customer-sent-by = Sent by { $name }: nobody else need be named
problem-intake-customer-name-required = No sender and no dealer is named: whoever brought it is the sender
problem-intake-customer-phone-required = The sender must be reachable

# The number quoted
channel-unsaid = Not stated
authorisation-number = Number
authorisation-none = Came without a number
authorisation-unsaid = Not looked for
standing-issued_here = Given here; it becomes the work order's number
standing-not_seen_here = Good, not seen here: another workstation gave it
standing-used_before = A work order has it already; this unit gets a number of its own
standing-cancelled = Taken back by us; it is no consent
quoted-old = Given more than 90 days ago; still valid
quoted-may-be-used = Given before a backup was restored; may have been used since
quoted-sure = Looked at: no other unit has this number
authorisation-may-be-used = Waiting; may have been used after the backup
quoted-for = Given for { $name }

# Sources of derived facts
fact_source-unannounced = By the act: sent without a number
fact_source-label = By the label

# Label
label_state-intact = Intact
label_state-worn = Worn
label_state-torn = Torn
label_state-replaced_by_us = Replaced by us
label_state-altered = Altered
label_state-absent = No label
label_state-unseen = Not looked at
label-photo = Photo of the label
label-photo-take = Take or choose a label photo
label-photo-owed = No photo of the label yet, or of the place where it should be
label-photo-there = The label photo is there
label-relabelled = We put a label on this unit on { $on }
no-serial = No readable serial
no-serial-on = Received under a temporary tag; the tag carries the work order's number
no-serial-off = Type the serial after all
all-as-it-should-be = Label and accessories all as they should be

# First report
report-open = Open: nobody said whether it was reported before
report-none = No earlier report

# Damage, late entry, our own
damage-transit = In transit
damage-in_house = In our hands
damage-no = None known
damage-title = Damage not by the user
damage-record = Damage…
damage-record-title = Damage to the unit of { $rma }
damage-saved = Damage noted; charges go to review
damage-cleared = No such damage any more
damage-explain = It changes no determination. Every charge to the customer is looked at by a person first.
damage-chip = Damaged: { $where }
charges-review = Charges: review
charges-review-why = Damage { $where ->
    [transit] in transit
   *[in_house] in our hands
  }: a person looks at every charge first. The determination is unchanged.
late-entry = Late entry
late-entry-explain = Typed after the fact. "Received on" is the true day and starts the clock.
owned-by-us = Our own unit (demo or loan)
internal-order = Internal order
internal-order-explain = Our own unit: no letter of denial goes to anybody. The determination is computed all the same.

# Paper form owed
form-owed = Paper form owed (4.2)
form-owed-explain = The unit came without its paper form, or nobody looked. It is owed until somebody says when and how it came.
form-obtained = Form has come…
form-obtained-title = The paper form of { $rma }
form-obtained-on = Came on
form-obtained-how = How it came
form-obtained-how-hint = by post, by e-mail, filled in here
form-obtained-save = Note it
form-obtained-saved = Noted; the form is no longer owed
form-obtained-as = Came on { $on }: { $how }
form-withdraw = It did not come after all…
form-withdraw-title = The form of { $rma } did not come
form-withdraw-explain = The form is owed again. The earlier entry stays in the history.
form-withdrawn = The form is owed again
forms-owed = Papers owed

# Identity
identity-locked = Stands still: it is not certain which unit this is
identity-who = An adjudicator or a manager decides from second sources. Until then nothing is decided or resolved; the determination does not change.
doubt-label_unreadable = the label cannot be read for certain (5.8c)
doubt-label_absent = there is no label (5.8d)
doubt-mismatch = unit, certificate and register do not name the same unit (5.8e)
doubt-temporary_tag = it was received under a temporary tag
identity-decide = Decide…
identity-ask-decider = An adjudicator or a manager decides this: have one of them sign in with F7
identity-decide-title = Which unit is { $rma }?
identity-sources = What second sources read
second_source-boot_screen = Start screen
second_source-board = Board inside
second_source-box = Box
second_source-card = Warranty card
second_source-sale_record = Sale record
identity-serial = Serial of this unit
identity-note = Note
identity-confirm = Confirm this serial
identity-reject = Cannot be confirmed
identity-reject-reason = Say in the note why not
identity-contradicted = No source reads { $serial }: say in the note why it is this unit all the same
identity-need-source = Enter what at least one source reads
identity-confirmed = Confirmed as { $serial }
identity-rejected = Cannot be confirmed
identity-by = { $who }, { $at }
identity-decision-confirmed = Identity confirmed
identity-decision-rejected = Identity not confirmed
relabel = New label put on…
relabel-title = A new label on { $serial }
relabel-explain = An event of the unit's history. The cover does not change, and this claim is judged by the label it came with.
relabel-save = Note it
relabel-saved = The new label stands in the unit's history
relabelled-on = New label { $at }, { $who } ({ $rma }): { $note }
relabelled-cover = The cover stays as it was.

# Authorisations
authorisations-title = RMA numbers given
authorisations-sub = Agreed to receive, unit not here yet
authorisations-empty = No number is waiting for its unit.
authorisations-empty-hint = Give a number when you agree to receive a unit; it stays the work order's number for life.
authorisations-waiting = Waiting
authorisations-all = All
authorisation-issue = Give a number
authorisation-issue-title = Agree to receive a unit
authorisation-issue-explain = For whom and for what may be left open.
authorisation-issue-save = Give the number
authorisation-issued = { $rma } given
authorisation-issued_on = Given on
authorisation-note = What was agreed
authorisation-begin = Check in
authorisation-cancel = Take back
authorisation-cancel-title = Take back { $rma }
authorisation-cancel-explain = The number is never given again. A unit that comes with it all the same is received under another.
authorisation-cancelled = { $rma } taken back
authorisation-undo-cancel = Let { $rma } stand again
authorisation-reinstated = { $rma } stands again
authorisation-old = Old
authorisation-is-waiting = Waiting
authorisation-is-used = Unit came
authorisation-is-cancelled = Taken back
issued_by-counter = Counter
issued_by-enquiry = Enquiry
issued_by-standing_consent = Standing consent
issued_by-reserved = Pre-printed
scan-authorisation = { $rma } was given before; check-in begins

# Events of the history
timeline-authorisation-issue = Number given
timeline-authorisation-take_up = Number taken up by its unit
timeline-authorisation-cancel = Number taken back
timeline-authorisation-reinstate = Number stands again
timeline-identity-confirm = Identity confirmed
timeline-identity-reject = Identity cannot be confirmed
timeline-unit-relabel = New label put on
timeline-ticket-form_obtained = Paper form came
timeline-ticket-form_withdrawn = Paper form did not come after all

# Problems
problem-not_a_number = Not an RMA number: it has four parts, as in CD01-A7K3M-00412-K
problem-misread = A character was misread: the last one does not fit
problem-not_a_time = Not a time of day, as in 08:35
problem-contradicts = Does not agree with the rest
problem-first_reported-on-contradicts = Contradicts "no earlier report"
problem-payments-contradicts = Not the sum of the receipt
problem-attachment-contradicts = Not a scan of this work order
problem-currency-contradicts = Not the currency of the agreed charge

# Errors
error-reserve_count = No number was reserved. Reserve 1 to { $max } at once.
error-authorisation_used = { $rma } was not taken back: its unit has come. Cancel the work order if it was received by mistake.
error-number_may_be_used = { $rma } was given before a backup was restored: a unit may have come under it since. Nothing was recorded; what was entered is kept. Look at the tags and old work orders, then say that no other unit has it, or leave the number out.
error-label_offset = The print of labels is moved by 5 mm at most. The settings stay as they were.
error-identity_locked = Nothing was recorded: it is not certain which unit this is. Decide that on the work order first, or correct what was seen of the label.
error-serial_unknown = Nothing was recorded: the serial of this unit is not known. Confirm it first.
error-form_not_owed = Nothing was recorded: that entry is there already, or there is none to take back.

# Lists
filter-form_owed = Papers owed
tickets-none-form_owed = No paper form is owed
place-authorisations = RMA numbers given
receiving-undo = Undo
