### The line to headquarters.

hq-title = Headquarters
hq-sub = Everything is saved on this computer first and goes to headquarters whenever there is a line
hq-open-page = Open headquarters
hq-none = No line yet
hq-none-explain = This station works by itself; nothing is missing here. With a line its work orders reach headquarters and the other stations of the centre. A manager asks headquarters for a one-time code.
hq-hq = Line
hq-url = Address of headquarters
hq-url-note = As in https://hq.example
hq-code = One-time code
hq-code-note = Good for one station, of this centre
hq-enrol = Set up the line
hq-enrolled = The line is set up. What waits goes now.
hq-blank = Address and code first
hq-again = Set up again
hq-again-explain = With a new one-time code, after headquarters no longer knows this station or moved to another address. What waits stays and goes then.
hq-sync = Sync now
hq-busy = Under way …
hq-by-itself = While the program is open it syncs by itself.
hq-done = Synced: { $pushed } sent, { $pulled } came
hq-synced = Last time it worked
hq-never = never yet
hq-pending = waiting to be sent
hq-conflicts = needing a decision
hq-quarantined = set aside by headquarters
hq-held = Two stations said different things of the same record, or headquarters could not use a change. Nothing is lost: the work orders concerned say "Needs review".
hq-forks =
    { $count ->
        [one] Headquarters met another machine under this station's name once: a disk was copied or set back. Nothing was lost; set one of the two machines up anew.
       *[other] Headquarters met another machine under this station's name { $count } times: a disk was copied or set back. Nothing was lost; set one of the two machines up anew.
    }
