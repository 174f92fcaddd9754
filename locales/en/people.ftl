# People: who works here, who is signed in, and the second person of an act that takes two.

role-technician = Technician
role-desk = Desk
role-manager = Manager
role-adjudicator = Adjudicator
role-hq = Headquarters

# Signing in.

session-started = { $name } is signed in.
session-ended = Nobody is signed in. What is recorded names this computer's user.
session-nobody = Nobody signed in
session-switch = Sign in or switch
session-locked = Locked
session-locked-why = { $name } was signed in. What was typed is kept behind this window.
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
second-confirm = Confirm as second person
