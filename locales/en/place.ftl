# Places: where each unit is and who has it.

place-places = Places
places-sub = Scan a place, then units: each scan moves one there.
places-list = Places in use
places-add = Add a place
places-change = Change { $code }
places-change-short = Change
places-save = Save
places-saved = Place { $code } was saved.
places-units = { $count ->
    [0] empty
    [one] one unit
   *[other] { $count } units
}
places-here = Units at { $code }
places-none-here = Nothing is here
places-none-here-why = Scan units to put them here.
places-choose = Scan a place first, or choose one
places-no-shelf = There are no shelves yet
places-no-shelf-why = Add each shelf with the code on its label; the label sheet is printed for you.
places-moved-list = Scanned here
places-line-moved = { $unit } moved from { $from } to { $to }
places-line-came = { $unit } put at { $to }
places-line-there = { $unit } is at { $to } already
places-line-unknown = { $text } has no open work order; nothing was moved
places-line-refused = { $text }: { $why }
places-line-first = { $text } was not moved: scan a place first
places-line-undone = { $unit } moved back to { $to }
places-undo = Undo last move
places-in-use = In use
places-out-of-use = Out of use
place_kind-dock = Dock
place_kind-shelf = Shelf
place_kind-bench = Bench
place_kind-factory = Factory
place_kind-courier = Courier
place_kind-customer = Customer
field-place_code_new = Code on the label
field-place_name = Name
field-place_kind = Kind
field-place_code = Place
field-from_code = from
field-holder_name = Held by
timeline-ticket-move = Moved
column-place = Place
fact-place = Place
fact-holder = Held by
fact-nobody = nobody
place-since = since { $when }
custody-take = I have it
custody-taken = { $count ->
    [one] You have { $unit }.
   *[other] You have { $count } units.
}
filter-mine = Mine
bench-mine = Mine
bench-mine-hint = what you have, nearest day 20 first

# Stock-take.

stocktake-title = Stock-take
stocktake-of = Stock-take of { $what }
stocktake-centre = the whole centre
stocktake-start = Take stock of the whole centre
stocktake-start-place = Take stock of { $code }
stocktake-open = A stock-take is open
stocktake-go-on = Go on with it
stocktake-sub = Begun { $when } by { $who }. Every scan is saved as it comes.
stocktake-scan-place = Scan a shelf, then what is on it. Counting at { $code }.
stocktake-scan-any = Scan a shelf, then what is on it.
stocktake-finish = Finish
stocktake-drop = Drop it
stocktake-drop-explain = What was scanned is forgotten; no unit was moved by it.
stocktake-finished = The stock-take is on record.
stocktake-dropped = The stock-take was dropped.
stocktake-found = Found
stocktake-missing = Missing
stocktake-unexpected = Unexpected
stocktake-unknown = Unknown
stocktake-missing-hint = should be here, not scanned
stocktake-unexpected-hint = scanned here, recorded elsewhere
stocktake-unknown-hint = no open work order
stocktake-none = None
stocktake-move = Put it at { $code }
stocktake-move-all = Put all where they were scanned
stocktake-unseen = unseen for { $days } working days
stocktake-unscan = Scan of { $code } was a mistake
stocktake-unscan-short = Not here
stocktake-said-found = { $code }: found
stocktake-said-unexpected = { $code }: unexpected, recorded at { $from }
stocktake-said-unknown = { $code }: unknown, no open work order
stocktake-which = Which are missing
stocktake-earlier = Finished stock-takes
stocktake-figures = { $found } found, { $missing } missing, { $unexpected } unexpected, { $unknown } unknown

places-scan = Scan or type
places-column-units = Units
places-code-needed = A code is needed
tickets-none-mine = Nothing is yours
