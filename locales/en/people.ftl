# People: who works here, who is signed in, and the second person of an act that takes two.

role-technician = Technician
role-desk = Desk
role-manager = Manager
role-adjudicator = Warranty approver
role-hq = Headquarters

# Signing in.

session-started = { $name } is signed in.
session-ended = Nobody is signed in. What is recorded names this computer's user.
session-nobody = Nobody signed in
session-switch = Sign in or switch
session-locked = Locked
session-locked-why = { $name } was signed in. What was typed is kept behind this window.
session-begins = Who is here?
session-begins-why = What is recorded names who did it, so this is asked when the program starts. After how long the screen locks is in Settings, People.
session-sign-in = Sign in
session-sign-out = Sign out
session-people = Who is it?
session-how = Arrows or the first letters choose a person; then the PIN and Enter. A badge signs in at once.
session-none = Nobody can sign in yet
session-none-why = People with a PIN or a badge stand in the history of what they do, and can be the second person of an act that takes two. They are set up in Settings, People.
session-to-people = Set up people
field-pin = PIN
field-pin-note = 4 to 8 digits, or scan the badge here

# The second person.

second-title = A second person confirms
second-explain = This takes two people. A colleague chooses their name and gives their PIN or badge here; the history names both.
second-what = { $name } asks you to confirm: { $what }
second-amend = the corrected first report of { $rma }
second-diagnosis = the diagnosis of { $rma }
second-confirm = Confirm as second person
second-how = Arrows or the first letters choose a person; then the PIN and Enter. A badge confirms at once; who is signed in stays so.
second-sign-in = This takes two people, and nobody is signed in. Close this, sign in with F7 and write again; what was entered stays.

# Settings, People.

settings-people = People
people-why = Nobody has been set up. Records name this computer's user. With people, the history names who did what, and acts of two people can be done.
people-first = Begin with a manager and give them a PIN; from then on a manager says who works here.
people-ask-manager = A manager changes this: sign in with F7 first.
people-add = Add somebody
people-change = Change { $name }
people-change-short = Change
people-set-pin = PIN of { $name }
people-set-pin-short = PIN
people-list = People of this centre
people-left = Left
people-has-pin = PIN
people-has-badge = Badge
people-has-neither = No PIN, no badge: cannot sign in
people-saved = { $name } was saved.
people-pin-saved = The PIN of { $name } was set.
people-save = Save
field-role = Role
field-badge = Badge
field-badge-note = Scan it here; its text is kept as a hash only
field-badge-kept = A badge is set; scan another one to replace it
people-take-badge = Take the badge away
people-badge-goes = The badge is taken away when this is saved
badges-title = Print badges
badges-explain = Of a badge only a fingerprint is kept, so none can be printed again. Printing draws a new badge for everybody ticked here; from then on only the new one signs in.
badges-for = Badges for
badges-nobody = Tick somebody
badges-replaced = The present badge stops working: { $names }
badges-print = Draw and print
badges-shown = The badges are drawn and stand here only
badges-shown-explain = This computer has no program that opens a PDF. A scanner reads them off this screen. For badges on paper choose a printer in the settings, or install a PDF viewer, and draw them again.
badges-opened = The sheet is open in the viewer. Print it now: it cannot be made again.
people-works-here = Works here
people-left-since = No longer works here
field-new-pin = New PIN
field-new-pin-note = 4 to 8 digits; not one digit repeated, not a row such as 1234
field-pin-again = The same again
pin-differs = The two are not the same
pin-needed = Type the PIN twice
name-needed = A name is needed
field-lock_minutes = Lock the screen after
lock-never = Never
lock-after = { $minutes } min

# What came back after a power cut.

came-back-title = Everything that was saved is here. Last saved: { $rma }, { $when }.
came-back-title-none = Everything that was saved is here.
came-back-drafts = { $count ->
    [one] one check-in to go on with
   *[other] { $count } check-ins to go on with
}
came-back-parcels = { $count ->
    [one] one parcel not closed
   *[other] { $count } parcels not closed
}
came-back-stocktake = a stock-take to go on with
came-back-why = The program had ended without closing the records, as in a power cut, and started again at { $at }.
came-back-restored = These are the records of a backup made { $of }, put in place { $at }.
came-back-restored-why = What was recorded here after the backup is not in them. New numbers are given in a new series; look for units on the shelf that have no work order here.
came-back-read = Read
