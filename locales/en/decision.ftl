# Questions to people: what the rules leave to somebody, and what was answered.

decisions = Decisions
decisions-hint = What the rules leave to a person. No answer changes a determination.
decisions-mine = Mine
decisions-waiting = All waiting
decisions-settled = Answered
decisions-view = Which questions
decisions-role = Asked of
decisions-any-role = Everybody
decisions-kind = Kind
decisions-none-mine = Nothing waits for you.
decisions-none-mine-hint = What others wait for stands under All waiting.
decisions-none-waiting = No question waits.
decisions-none-waiting-hint = A determination that the rules leave to a person puts its question here by itself.
decisions-none-settled = Nothing was answered yet.
decisions-nobody = Nobody is signed in: all that wait are shown.
decisions-list = Questions
decisions-open-ticket = Open work order
decisions-figure = Questions for you
decisions-beyond = Beyond the commitment
decisions-beyond-count = { $accepted } given, { $refused } refused, { $waiting } waiting
decisions-by-kind = Evidence waivers, goodwill and exceptions, each counted for itself

decision-kind-contract = Contract
decision-kind-review = Review
decision-kind-consent = Consent
decision-kind-dates = Dates
decision-kind-unsigned = Provisional denial
decision-kind-cause = Cause
decision-kind-our_work = Our work?
decision-kind-waiver = Evidence waiver
decision-kind-goodwill = Goodwill
decision-kind-exception = Exception
decision-kind-freight = Freight

decision-question-contract = Does the purchase contract grant it? The table of the commitment is blank here.
decision-question-review = The rules leave this to a person. Is it granted?
decision-question-consent = The unit came without our consent. Do we receive it?
decision-question-dates = The date of the claim does not fit the purchase. Which date counts?
decision-question-unsigned = The denial turns on a reading that nobody answers for. Does it stand?
decision-question-cause = The fault is confirmed, its cause is not shown. Does it count as the product's own?
decision-question-our_work = The unit is back after our own paid repair. Did our work fail?
decision-question-waiver = Evidence the clause asks for is missing. Is it excused?
decision-question-goodwill = The commitment does not grant it. Do we give it all the same?
decision-question-exception = Somebody holds that the determination is wrong. Is the remedy granted against it?
decision-question-freight = The unit goes back and came without consent. Do we pay the freight?

decision-yes-contract = The contract grants it
decision-yes-review = Granted
decision-yes-consent = We receive it
decision-yes-dates = The stated date counts
decision-yes-unsigned = The denial stands
decision-yes-cause = The product's own fault
decision-yes-our_work = Our work failed
decision-yes-waiver = Excused
decision-yes-goodwill = We give it
decision-yes-exception = Granted against the determination
decision-yes-freight = We pay
decision-no-contract = The contract does not grant it
decision-no-review = Not granted
decision-no-consent = We do not receive it
decision-no-dates = Another date counts
decision-no-unsigned = The denial does not stand
decision-no-cause = Not the product's own fault
decision-no-our_work = Another fault
decision-no-waiver = Not excused
decision-no-goodwill = We do not give it
decision-no-exception = The determination stands
decision-no-freight = The customer pays

decision-state-asked = Waiting
decision-state-asked_back = Asked back
decision-state-accepted = Accepted
decision-state-refused = Refused
decision-state-withdrawn = Withdrawn
decision-state-no_longer_asked = No longer asked

decision-reply-accept = Accept
decision-reply-refuse = Refuse
decision-reply-ask_back = Ask back
decision-reply-explain = Answer what was asked back
decision-reply-withdraw = Withdraw
decision-reply-take_back = Take the answer back

decision-reply-done-accept = Accepted. The determination is unchanged.
decision-reply-done-refuse = Refused. The determination is unchanged.
decision-reply-done-ask_back = Asked back. It waits for { $name }.
decision-reply-done-explain = Answered. It waits for a decision again.
decision-reply-done-withdraw = Withdrawn. It stays in the history.
decision-reply-done-take_back = The answer is taken back. The question waits again.

decision-excuse-warranty_certificate = Warranty certificate
decision-excuse-purchase_proof = Invoice or receipt
decision-excuse-accessories = Original accessories

decision-remedies = Remedy
decision-clause = Clause
decision-reading = Reading { $number }
decision-facts = Facts on record
decision-fact-unknown = not known
decision-asked-by = Asked by { $name }
decision-asked-by-verdict = Asked by the determination
decision-asked-of = Asked of
decision-due = Answer by
decision-due-past = Overdue
decision-words = In the asker's words
decision-lapsed = The newest determination does not ask this any more: the answer gives nothing.
decision-said = Said to it
decision-said-by-phone = by phone from { $name }, { $at }, recorded by { $by }
decision-said-second = with { $name } as second person

decision-reason = Reason
decision-reason-hint = It stands in the history with your name.
decision-record = Record
decision-by-phone = Said by phone by somebody else
decision-phone-name = Who said it
decision-phone-at = At (today)
decision-takes-two = To accept an exception takes a second person who is here.
decision-only-decider = Only { $role } or who decides here answers. What they said by phone can be recorded.

decision-ask = Ask…
decision-ask-title = A question about { $rma }
decision-ask-kind = What about
decision-ask-remedy = Which remedy
decision-ask-excuses = What would be excused
decision-ask-evidence = What is on record for it
decision-ask-words = Why
decision-ask-words-hint = What whoever answers must know.
decision-ask-send = Ask
decision-asked = Asked. It waits for { $role } until { $day }.
given-by = Given by { $who }, { $at } ({ $kind })
given-excused = Granted with { $papers } excused by { $who }, { $at }
decision-panel-empty = No question about this work order.
decision-panel-waiting = { $count ->
    [one] 1 question waits
   *[other] { $count } questions wait
}

error-answer_by_phone = Only a warranty approver, a manager or the role that is asked answers. Nothing was recorded; what was entered is kept. Have one of them sign in with F7, or record what they said by phone.
form-decision = Decision letter
letter-ask = Ask for the decision
error-letter_provisional = A denial turns on reading { $readings }, which nobody answers for: no decision letter before a warranty approver decided. Nothing was printed. The question stands under Decisions of this work order.
error-letter_open = Nothing is decided yet: refund, exchange and in-warranty repair are all open. Nothing was printed. Enter what is missing first.
error-letter_outdated = What is known of the unit has changed since the determination was recorded. Nothing was printed. Save the findings again, then print.
error-decision_answered = The question is answered. Nothing was recorded. Take the answer back first if it was a mistake.
error-decision_asked_back = The question waits for the one who asked it. Nothing was recorded.
error-decision_nothing_asked_back = Nothing was asked back. Nothing was recorded.
error-decision_gone = The question is not asked any more. Nothing was recorded.
error-decision_not_answered = The question has no answer that could be taken back. Nothing was recorded.
error-decision_handed_over = The unit was handed over on this answer, so it stands. Nothing was recorded. Put a new question.
error-decision_printed = A decision letter was printed on this answer, so it stands. Nothing was recorded. Put a new question.
error-decision_asked_by_verdict = The determination asks this by itself, and stops by itself when the facts say so. Nothing was recorded.

timeline-decision-ask = Question put
timeline-decision-accept = Question accepted
timeline-decision-refuse = Question refused
timeline-decision-ask_back = Asked back
timeline-decision-explain = What was asked back was answered
timeline-decision-withdraw = Question withdrawn
timeline-decision-take_back = Answer taken back
timeline-decision-no_longer_asked = Question no longer asked
timeline-decision-stand = Answer counts
timeline-decision-lapse = Answer no longer counts

decision-phone-needed = Say who said it and at what time, as in 14:30.
problem-by_phone-at-in_future = Not later than now
decision-kind-needed = Choose what the question is about.
decision-remedy-needed = Choose the remedy.
decision-excuse-needed = Choose what would be excused.
place-decisions = Decisions
