# A work order's life: where it is, what can happen to it, and why not yet.

status-under_diagnosis = Under diagnosis
status-awaiting_documents = Awaiting documents
status-awaiting_agreement = Awaiting agreement
status-awaiting_parts = Awaiting parts
status-in_repair = In repair
status-in_test = In test
status-away = With factory or another centre
status-ready = Ready for return
status-unclaimed = Unclaimed
status-returned = Returned
status-closed = Closed
status-on_hold = On hold (no RMA)

event-start_diagnosis = Start diagnosis
event-ask_documents = Ask for documents
event-documents_came = Documents came
event-ask_agreement = Ask for agreement
event-agree = Customer agreed
event-decline = Customer declined
event-await_parts = Wait for parts
event-parts_came = Parts came
event-start_repair = Start repair
event-start_test = Start test
event-fail_test = Test failed
event-pass_test = Test passed
event-send_away = Send to factory or another centre
event-come_back = Came back
event-prepare_return = Ready without repair
event-hand_over = Return to customer
event-nobody_came = Nobody came for it
event-somebody_came = Customer got in touch
event-close = Close
event-hold = Put on hold (no RMA)
event-release = Release
event-cancel = Cancel
event-reopen = Reopen

resolution-free_repair = In-warranty repair
resolution-paid_repair = Out-of-warranty repair
resolution-exchange = Exchange
resolution-refund = Refund
resolution-no_fault_found = No fault found
resolution-return_unrepaired = Return unrepaired

unrepaired-quote_declined = The quote was declined
unrepaired-beyond_economic_repair = Beyond economic repair
unrepaired-without_consent = It came without our consent
unrepaired-customer_wish = The customer asks for it back

disposition-return = Return to customer
disposition-refurbish = Refurbish
disposition-scrap = Scrap
disposition-to_factory = To factory for analysis

refusal-open = The work order is open already
refusal-cancelled = The work order is cancelled
refusal-closed = The work order is closed
refusal-handed_over = The unit was handed over; that cannot be changed
refusal-on_hold = It came without our consent; first decide whether we take it (3.3)
refusal-away = The unit is away; first record that it came back
refusal-already_there = The work order is there already
refusal-work_began = Work has begun
refusal-ready = The unit is ready to be returned; start a new diagnosis to work on it
refusal-not_under_diagnosis = The unit is not under diagnosis
refusal-being_tested = The unit is being tested; start a new diagnosis first
refusal-no_documents_asked = No documents were asked for
refusal-no_quote_out = No quote is waiting for an answer (4.2)
refusal-no_parts_awaited = No parts were awaited
refusal-not_in_test = The unit is not being tested; nothing goes back before its test (3.1)
refusal-not_away = The unit is here
refusal-not_ready = The unit is not ready to be returned (3.1)
refusal-not_unclaimed = The unit is not marked as unclaimed
refusal-not_handed_over = The unit was not handed over yet (3.1)
refusal-not_on_hold = The work order is not on hold

gate-locked = First a person decides which unit this is (5.8)
gate-our_work = First decide whether our own paid repair failed (2.2)
gate-no_second_person = A second person must confirm in a diagnosis that the unit was used against its manual (5.9)
gate-no_soak = First a soak without a fault must show that the unit operates normally (5.5)
gate-not_determined = It is not determined yet whether the work is free or paid (4.2)
gate-charge_not_agreed = The charge is not agreed with the customer (4.2)
gate-no_quote = No quote was issued (4.2)
gate-no_resolution = Nothing is decided for the customer yet
gate-test_first = A repaired unit goes back through its test (3.1)
gate-consent_given = There is consent to the return; there is nothing to hold it for (3.3)
gate-no_consent = There is no consent to the return (3.3)
gate-not_granted = The commitment does not grant this, and nobody approved it
gate-no_evidence = Documents or accessories the clause asks for are missing (3.2, 3.3)
gate-no_choice = The customer's choice is not recorded (3.2, 3.3)
gate-unit_away = The unit is not here
gate-no_test = No passed test is recorded (3.1)
gate-payment_open = Something is still to be paid
gate-no_disposition = It is not settled what becomes of the hardware
gate-decision_open = A question is still waiting for its answer

error-ticket_open = The work order is open already. Nothing was changed.
error-ticket_cancelled = The work order is cancelled. Nothing was changed.
error-ticket_closed = The work order is closed. Nothing was changed.
error-ticket_handed_over = The unit was handed over; that cannot be changed. Nothing was changed.
error-ticket_on_hold = It came without our consent; first decide whether we take it (3.3). Nothing was changed.
error-ticket_away = The unit is away; first record that it came back. Nothing was changed.
error-ticket_already_there = The work order is there already. Nothing was changed.
error-ticket_work_began = Work has begun. Nothing was changed.
error-ticket_ready = The unit is ready to be returned; start a new diagnosis to work on it. Nothing was changed.
error-ticket_not_under_diagnosis = The unit is not under diagnosis. Nothing was changed.
error-ticket_being_tested = The unit is being tested; start a new diagnosis first. Nothing was changed.
error-ticket_no_documents_asked = No documents were asked for. Nothing was changed.
error-ticket_no_quote_out = No quote is waiting for an answer (4.2). Nothing was changed.
error-ticket_no_parts_awaited = No parts were awaited. Nothing was changed.
error-ticket_not_in_test = The unit is not being tested; nothing goes back before its test (3.1). Nothing was changed.
error-ticket_not_away = The unit is here. Nothing was changed.
error-ticket_not_ready = The unit is not ready to be returned (3.1). Nothing was changed.
error-ticket_not_unclaimed = The unit is not marked as unclaimed. Nothing was changed.
error-ticket_not_handed_over = The unit was not handed over yet (3.1). Nothing was changed.
error-ticket_not_on_hold = The work order is not on hold. Nothing was changed.
error-gate_locked = First a person decides which unit this is (5.8). Nothing was changed.
error-gate_our_work = First decide whether our own paid repair failed (2.2). Nothing was changed.
error-gate_no_second_person = A second person must confirm in a diagnosis that the unit was used against its manual (5.9). Nothing was changed.
error-gate_no_soak = First a soak without a fault must show that the unit operates normally (5.5). Nothing was changed.
error-gate_not_determined = It is not determined yet whether the work is free or paid (4.2). Nothing was changed.
error-gate_charge_not_agreed = The charge is not agreed with the customer (4.2). Nothing was changed.
error-gate_no_quote = No quote was issued (4.2). Nothing was changed.
error-gate_no_resolution = Nothing is decided for the customer yet. Nothing was changed.
error-gate_test_first = A repaired unit goes back through its test (3.1). Nothing was changed.
error-gate_consent_given = There is consent to the return; there is nothing to hold it for (3.3). Nothing was changed.
error-gate_no_consent = There is no consent to the return (3.3). Nothing was changed.
error-gate_not_granted = The commitment does not grant this, and nobody approved it. Nothing was changed.
error-gate_no_evidence = Documents or accessories the clause asks for are missing (3.2, 3.3). Nothing was changed.
error-gate_no_choice = The customer's choice is not recorded (3.2, 3.3). Nothing was changed.
error-gate_unit_away = The unit is not here. Nothing was changed.
error-gate_no_test = No passed test is recorded (3.1). Nothing was changed.
error-gate_payment_open = Something is still to be paid. Nothing was changed.
error-gate_no_disposition = It is not settled what becomes of the hardware. Nothing was changed.
error-gate_decision_open = A question is still waiting for its answer. Nothing was changed.

undo-event = Undo: { $event }
undo-assignment = Undo: assignment
undo-resolution = Undo: resolution
undo-disposition = Undo: disposition

error-undo_nothing = There is nothing to undo. Nothing was changed.
error-undo_another = Somebody else did it; they can undo it. Nothing was changed.
error-undo_later = Something was done after it, so it cannot be undone; record what is so now. Nothing was changed.
error-undo_printed = A form was made after it, so it cannot be undone; record what is so now. Nothing was changed.
error-undo_sent = It was sent to headquarters already, so it cannot be undone; record what is so now. Nothing was changed.
error-undo_handed_over = The unit was handed over; that cannot be changed. Nothing was changed.
error-unrepaired_reason = A unit that goes back unrepaired needs a reason, any other resolution has none. Nothing was changed.
error-choice_incomplete = The customer's choice needs a name, a day that is not in the future, and their words. Nothing was changed.
error-disposition_contradicts = What becomes of the hardware contradicts the resolution: a unit that goes back is not kept, and one that was exchanged or refunded is not given back. Nothing was changed.
error-note_too_long = The text is too long. Shorten it; nothing was changed.

section-work = Work
work-next = Next
work-next-act = { $what } ({ $who })
work-settle = First: { $what } ({ $who })
work-nothing-left = Nothing is left to do
work-since = { $status }, since { $when }
work-owner = Assigned to
work-resolution = Resolution
work-choice = { $who }, { $on }: "{ $words }"
work-disposition = Hardware
work-undecided = Not decided yet
work-assign = Assign
work-assign-title = Who works on { $rma }?
work-assign-many-title = { $count ->
    [one] Who works on one work order?
   *[other] Who works on { $count } work orders?
  }
work-assigned = Assigned to { $name }
work-unassigned = Assigned to nobody
work-nobody-to-assign = Nobody works here yet. Add people in Settings.
work-resolve = Decide resolution
work-resolve-title = What does the customer of { $rma } get?
work-resolve-save = Record the resolution
work-resolved = Resolution recorded
work-resolve-pick = Choose a resolution
work-resolve-reason-needed = Choose why it goes back unrepaired
work-resolve-choice-half = Give who chose, on which day, and their words
work-dispose = Decide hardware
work-dispose-title = What becomes of the unit of { $rma }?
work-dispose-save = Record it
work-dispose-pick = Choose what becomes of the unit
work-dispose-scrap-note = Say why it is scrapped
work-disposed = Recorded what becomes of the unit
work-done = { $what }: recorded
work-words = { $what }: { $rma }
work-words-why = Stands in the history with your name.
work-undone = Undone

field-unrepaired = Why unrepaired
field-chosen_by = Chosen by
field-chosen_on = Chosen on
field-chosen_words = In their words
field-choice = The customer's choice
field-owner_name = Assigned to
field-resolution = Resolution
field-disposition = Hardware
field-note = Note

mover-technician = Technician
mover-desk = Front desk
mover-adjudicator = Warranty approver
mover-customer = Customer
mover-supplier = Factory or supplier

column-work = Work
select-count = { $count ->
    [one] One work order selected
   *[other] { $count } work orders selected
  }
select-hint = Space selects, Shift+arrows select several
select-clear = Clear selection
bulk-event = What happened
bulk-event-pick = Choose …
bulk-do = Record for all
bulk-done = { $count ->
    [one] Recorded for one work order
   *[other] Recorded for { $count } work orders
  }
bulk-refused-title = { $count ->
    [one] One work order was refused
   *[other] { $count } work orders were refused
  }
bulk-refused-explain = Nothing of these was changed; they stay selected.

timeline-undone = Undone: { $what }
timeline-elsewhere = workstation { $station }
timeline-ticket-assign = Assigned
timeline-ticket-resolve = Resolution decided
timeline-ticket-dispose = Hardware decided
