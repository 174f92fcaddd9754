# What is said to a customer, what is owed, what was promised and what is complained of.

section-contact = Communications
contact-none = Nothing was said yet
contact-none-hint = Log a call or a message when it is made: an entry is what closes a commitment task.
contact-log = Log a conversation
contact-log-title = Log what was said
contact-log-save = Log it
contact-logged = Logged
contact-logged-closed = { $count ->
    [one] Logged; one task is done
   *[other] Logged; { $count } tasks are done
}
contact-way = How
contact-direction = Who began
direction-in = The customer
direction-out = We
field-direction = Who began
contact-unreached = Nobody was reached
contact-reached = Reached
contact-with = With whom, if not the customer
contact-words = What was said
contact-words-tried = What was tried, if anything is to be noted
contact-attempt = Remote attempt (3.1)
contact-closes = This does
contact-closes-not = Only what we say and somebody hears closes a task.
contact-check = Who is it?
contact-check-hint = Before details are read out
contact-check-asked = Asked
contact-check-passed = Every answer was right
contact-check-warn = Nothing was asked yet
contact-check-warn-explain = Read no details of the record to a caller before you know who it is.
contact-check-failed = The answers were not right
contact-check-failed-explain = Read nothing out. Log that somebody called, and ring back the number on record.
contact-check-is-passed = identity checked
contact-check-is-failed = identity check failed
check_item-name = Name
check_item-phone_tail = Last four digits of the phone
check_item-serial = Serial no.
check_item-rma = RMA no.
check_item-purchase_date = Day of purchase
contact-of-enquiry = in the enquiry
contact-withdraw = Withdraw
contact-withdraw-title = Withdraw the entry of { $at }
contact-withdraw-explain = The entry stays to be seen. Tasks it closed are open again.
contact-withdrawn = Withdrawn { $at }: { $why }
contact-withdrawn-toast = The entry is withdrawn
contact-by = { $who }, { $at }

# Tasks
section-duties = Commitment tasks
duties-none = Nothing is owed
duty-reply = Answer within 24 hours of working days
duty-remote_attempt = Try to solve it remotely
duty-consent = Decide on the consent to the return
duty-paper_form = Obtain the paper form
duty-agree_charge = Agree the charge
duty-promised_date = Promised date
duty-warn_limit = Warn the customer that the 20 working days will probably be exceeded
duty-tell_exceeded = Tell the customer that it takes longer
duty-complaint = Complaint
duty-remind_unclaimed = Send the ready unit, or remind the customer to collect it
duty-clause = Clause { $clause }
duty-our-word = our own word
duty-due = due { $at }
duty-overdue = overdue since { $at }
duty-no-time = no time is set
duty-done = done { $at }
duty-done-late = done late, { $at }
bench-owed = Owed to customers
bench-owed-hint = answers, promises, complaints and cycles that are exceeded
bench-owed-overdue = { $count ->
    [one] one overdue
   *[other] { $count } overdue
}
column-duty = Task
column-due = Due
column-about = About
owed-enquiry = Enquiry

# Promises and complaints
section-follow_ups = Promises and complaints
follow_up-promise = Promised date
follow_up-complaint = Complaint
follow_up-promise-open = Promise a date
follow_up-complaint-open = Take a complaint
follow_up-promise-words = What was promised
follow_up-complaint-words = What the complaint says
follow_up-due = Owed by
follow_up-owner = Who sees to it
follow_up-owner-me = Whoever notes it
follow_up-save = Note it
follow_up-promise-saved = Promise noted for { $day }
follow_up-complaint-saved = Complaint noted, to be settled by { $day }
follow_up-end = Close
follow_up-end-title = How did it end?
follow_up-end-how = It was
follow_up-end-words = Closing words
follow_up-end-words-needed = Say in a few words how it ended
follow_up-ended = Closed: { $end }
follow_up-reopen = Open again
follow_up-reopened = It is open again
follow_up-undo-end = Take back the closing
follow_up-owned = { $who } sees to it, by { $day }
follow_up-overdue = overdue
follow_up_end-kept = Kept
follow_up_end-broken = Broken
follow_up_end-settled = Settled
follow_up_end-withdrawn = Not wanted any more
ended-kept = Kept
ended-broken = Broken
ended-settled = Settled
ended-withdrawn = Not wanted any more
field-ended = End
field-due_on = Owed by
field-words = Words
field-end_words = Closing words

timeline-contact-log = Conversation logged
timeline-contact-withdraw = Entry withdrawn
timeline-follow_up-open = Promise or complaint noted
timeline-follow_up-end = Promise or complaint closed
timeline-follow_up-reopen = Promise or complaint opened again
