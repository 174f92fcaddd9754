# Enquiries: somebody asks before a unit comes (4.1).

place-enquiries = Enquiries
key-new-enquiry = New enquiry
enquiries-search = Name, phone, serial, model or words
enquiries-filter = Which enquiries
enquiries-open = Open
enquiries-all = All
enquiries-none = No enquiry is open
enquiries-none-hint = Press N, or Alt+Q from anywhere, while the customer is on the phone.
enquiries-not-found = No enquiry fits
column-asked = Asked
column-question = Question
column-way = How
column-reply = Answer

way-call = Phone
way-email = E-mail
way-message = Messenger
way-web = Web form
way-letter = Letter
way-visit = At the counter
field-way = How

result-solved_remotely = Solved remotely
result-hardware_fault = Hardware fault confirmed
result-send_in = Sent in
result-no_answer = No answer
field-result = Result
field-result_words = Closing words
enquiry-is-open = Open

reply-done = Answered { $at }
reply-due = Due { $at }
reply-overdue = Overdue since { $at }

# A new enquiry
enquiry-new-title = New enquiry
enquiry-new-explain = Answered within 24 hours, working days only (4.1). Everything typed here goes into the check-in when the unit is sent in.
enquiry-save = Record the enquiry
enquiry-saved = Enquiry recorded
enquiry-saved-due = Enquiry recorded; to be answered by { $at }
enquiry-who = Who asks
enquiry-what = What is asked
enquiry-words = Question, in the customer's words
enquiry-earlier = It reached us earlier
enquiry-earlier-hint = now
enquiry-on = Day
enquiry-at = Time
enquiry-at-note = as in 14:30
problem-received_at-in_future = Not later than now
enquiry-units = Units
enquiry-units-hint = none, one or several
enquiry-unit = Unit { $place }
enquiry-unit-add = Add a unit
enquiry-unit-remove = Take unit { $place } off
enquiry-unit-symptom = Fault of this unit, if it is more
enquiry-class-unsaid = Not known
enquiry-answer = Answered at once
enquiry-answer-hint = empty: the answer is still owed
enquiry-advice = What was advised
enquiry-attempt = Remote attempt (3.1)
enquiry-attempt-none = It was none
enquiry-contact-needed = Give a name, a phone number or an e-mail address, and the question

attempt-solved = It works again
attempt-not_solved = The fault is still there
attempt-declined = The customer did not want to try
attempt-not_possible = Nothing can be tried remotely
field-attempt = Remote attempt

# What is known of a serial
at-hand-open = Here already: { $rma }
at-hand-open-show = Open { $rma }
at-hand-sold = Sold { $date } · { $model }
at-hand-unsold = Not in the sales register
at-hand-cover = Under warranty to { $date }
at-hand-cover-over = Warranty ended { $date }
at-hand-cover-unknown = The warranty dates are not known
at-hand-earlier = { $count ->
    [0] No earlier work order
    [one] One earlier work order
   *[other] { $count } earlier work orders
}
at-hand-look-alike = Looks like { $serial }, which is known
at-hand-firmware = Newest firmware { $firmware }
at-hand-documents = Documents

# The enquiry
enquiry-title = Enquiry of { $name }
enquiry-asked-at = Asked { $at } · { $way }
enquiry-amend = Correct
enquiry-amend-title = Correct the enquiry
enquiry-amend-save = Save the correction
enquiry-amended = Enquiry corrected
enquiry-send-in = Have it sent in
enquiry-send-in-title = Have the units sent in
enquiry-send-in-explain = Each unit gets an RMA number, which is our consent to its return (3.3). On arrival its number fills the check-in.
enquiry-send-in-why = Why nothing can be tried remotely
enquiry-send-in-why-note = No remote attempt is in the log (3.1)
enquiry-send-in-save = Give the numbers
enquiry-sent-in = { $count ->
    [one] One number was given
   *[other] { $count } numbers were given
}
enquiry-send-in-unnamed = one unit that is not named yet
enquiry-receive = Check in
enquiry-receive-go-on = Go on with the check-in
enquiry-no-units = No unit is named
enquiry-no-units-hint = Name it when the customer finds the serial number; a number can be given without it.
enquiry-unit-title = Unit of the enquiry
enquiry-unit-save = Save the unit
enquiry-unit-edit = Correct unit { $place }
enquiry-unit-here = Here
enquiry-unit-coming = Number given
enquiry-unit-begun = Check-in begun
enquiry-unit-asked = Asked about
# At the check-in of a unit that was asked about
asked-about = { $name } asked about this unit on { $at } · { $way }
asked-about-explain = What was said then can be taken over; what is typed already stays.
asked-about-filled = What was said then is in this check-in.
asked-about-fill = Take over what was said
asked-about-open = Open the enquiry
enquiry-unit-removed = Unit taken off the enquiry
enquiry-end = State the result
enquiry-end-title = Result of the enquiry
enquiry-end-words = What is said of it
enquiry-end-save = Record the result
enquiry-ended = Result recorded: { $result }
enquiry-undo-end = Take back the result
enquiry-reopen = Open again
enquiry-reopened = The enquiry is open again
enquiry-choose-result = Choose a result
enquiry-attempt-first = First log what was tried remotely (3.1)
enquiry-try-first = First log that you tried to reach the customer
enquiry-send-first = Give the unit its number first
enquiry-recorded-by = Recorded by { $who }

# What goes into the check-in
enquiry-proof = Enquiry of { $date }, { $way }
enquiry-attempt-line = { $date }: { $words } ({ $result })

timeline-enquiry-open = Enquiry recorded
timeline-enquiry-amend = Enquiry corrected
timeline-enquiry-unit = Unit of the enquiry
timeline-enquiry-unit_remove = Unit taken off
timeline-enquiry-end = Result stated
timeline-enquiry-reopen = Opened again
