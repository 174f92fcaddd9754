# Parcels: as the carrier hands them over, unit by unit, closed with what differs.

place-consignment = Parcels
key-receive-parcel = Receive a parcel
consignment-title = Parcel { $waybill }
consignment-no_waybill = without a waybill
consignments-search = Waybill, sender or dealer
consignments-filter = Which parcels
consignments-open = Open
consignments-all = All
consignments-none = No parcel is open
consignments-none-hint = Scan the waybill on a parcel, or press F4. Its day runs for every unit in it from then on.
consignments-not-found = No parcel fits

column-waybill = Waybill
column-carrier = Carrier
column-sender = Sender
column-units = Units

carrier-sf = SF Express
carrier-jd = JD Logistics
carrier-yto = YTO Express
carrier-zto = ZTO Express
carrier-sto = STO Express
carrier-yunda = Yunda Express
carrier-jt = J&T Express
carrier-ems = Post, EMS
carrier-deppon = Deppon Express
carrier-ups = UPS
carrier-fedex = FedEx
carrier-dhl = DHL
carrier-other = Another carrier

# Receiving
parcel-receive-title = Receive a parcel
parcel-receive-explain = The day we signed for it is day 0 of every unit in it, opened or not.
parcel-receive = Receive the parcel
parcel-is-serial = { $serial } is a serial number
parcel-shape = Looks like a number of { $carrier }
parcel-received = Parcel received; its day runs. Scan the units in it.
parcel-known = This parcel was received before.
field-waybill = Waybill no.
field-carrier = Carrier
field-parcel-received_on = Signed for on
field-cartons_announced = Cartons on the papers
field-cartons_counted = Cartons handed over
field-units_announced = Units announced
field-freight = Freight
field-freight-amount = Amount
field-freight-currency = Currency
field-carton-damage = Damage of the cartons
field-parcel-note = Note
freight-unasked = Not asked
freight-prepaid = Prepaid by the sender
freight-collect = Paid by us
parcel-number-needed = A whole number
parcel-amount-needed = An amount such as 23.50

# The parcel at work
consignment-progress = { $received } of { $all } checked in
consignment-progress-open = { $received } checked in
consignment-here = { $here } of { $all } taken out
consignment-day = signed for { $date }, working day { $day }
consignment-lines = Units of the parcel
consignment-lines-none = Nothing was announced and nothing taken out yet. Scan the first unit.
consignment-lines-none-yet = { $announced ->
    [one] 1 unit was announced, without a list.
   *[other] { $announced } units were announced, without a list.
  } Scan the first unit.
consignment-scan = Serial no. of the next unit
consignment-scan-hint = Scan, or type and press Enter
consignment-unreadable = No readable serial
line-awaited = Expected
line-here = Here
line-short = Missing
line-extra = Not announced
line-received = Checked in
line-begun = Begun
line-damaged = Damaged
line-no-serial = no serial yet
line-open = Open { $rma }
line-go-on = Go on with { $serial }

unit-at-hand = Unit at hand
unit-at-hand-none = Scan a unit of this parcel. What all of them share is asked once, below.
unit-extra = { $serial } is not on the sender's list. It is recorded as extra.
unit-again = { $serial } was scanned before; its check-in goes on.
unit-received-before = { $serial } is checked in already as { $rma }.
unit-put-back = Put it back
unit-put-back-done = Put back; its check-in is put away.
unit-checked-in = { $serial } is checked in as { $rma }. Scan the next unit.
unit-check-in = Check in
field-transit-damage = Damage in transit
field-transit-damage-hint = Leave empty when it came whole
unit-from-parcel = from the parcel
unit-more = What the parcel and the register said
unit-more-summary = received { $date }, { $customer }

shared-title = Shared by all units
shared-explain = Asked once. Each unit that is scanned from now on carries it.
shared-unset = not stated yet
shared-save = Use for all that follow
shared-saved = All units scanned from now on carry it.

parcel-labels = Unit labels
parcel-labels-key = Print all labels
parcel-labels-none = No unit is checked in yet
parcel-labels-print =
    { $count ->
        [one] Print 1 label
       *[other] Print all { $count } labels
    }
announce-title = Announced by the sender
announce-list = The sender's list
announce-hint = One unit a line: serial number, model; or NV-640 x 10. Scans are added to it.
announce-save = Add the list
announce-awaited = Announced and not here yet
announce-take-off = Take { $line } off the list
announce-taken-off = { $line } is taken off the list.
announce-saved = { $count ->
    [one] One unit is announced.
   *[other] { $count } units are announced.
}
announce-summary = { $count ->
    [0] nothing
    [one] one unit
   *[other] { $count } units
}
parcel-card = Parcel, cartons and freight
parcel-card-save = Save the parcel
parcel-card-saved = The parcel is corrected.
parcel-photos = Photos of the parcel
parcel-photos-count =
    { $count ->
        [0] none yet
        [one] one file
       *[other] { $count } files
    }
parcel-history = History

# Closing
consignment-close = Close the parcel
consignment-close-title = Close the parcel?
consignment-close-even = Everything agrees: nothing is missing, extra or damaged.
consignment-close-unannounced = Nothing was announced, so there is nothing to compare. No damage was noted.
consignment-close-unopened = { $count ->
    [one] One unit is here and not checked in. It stays on the bench's count.
   *[other] { $count } units are here and not checked in. They stay on the bench's count.
}
consignment-close-empty = Nothing was taken out of it yet.
consignment-close-anyway = Close all the same
consignment-closed = Parcel closed.
consignment-is-closed = Closed { $at }
consignment-reopen = Open again
consignment-differences = For the sender
consignment-copy = Copy the list
consignment-copied = Copied.
differences-comma = { ", " }
differences-head = Parcel { $waybill }, signed for { $date }: { $here } units received.
differences-head-announced = Parcel { $waybill }, signed for { $date }: { $here } of { $announced } announced units received.
differences-cartons = Cartons: { $counted } of { $announced } handed over.
differences-carton-damage = Cartons damaged: { $damage }
differences-short = Missing: { $units }
differences-short-count = { $count ->
    [one] Missing: one unit
   *[other] Missing: { $count } units
}
differences-extra = Not announced: { $units }
differences-extra-count = { $count ->
    [one] More than announced: one unit
   *[other] More than announced: { $count } units
}
differences-damaged = Damaged in transit: { $units }
form-parcels = Parcel receipt
form-differences = List for the sender
consignment-print-differences = Print for the sender
consignment-receipt = Combined receipt

# The bench
bench-parcels = Parcels not closed
bench-parcels-hint = the clock of their units runs
count-waiting = Here, not checked in
conflict-consignment = Received date: the parcel was signed for on { $consignment }, the check-in says { $intake }
scan-parcel-closed = This parcel is closed. Open it again to take out more units.

timeline-consignment-receive = Parcel received
timeline-consignment-amend = Parcel corrected
timeline-consignment-announce = Announced by the sender
timeline-consignment-share = Shared facts stated
timeline-consignment-line = Unit of the parcel
timeline-consignment-line_remove = Unit put back
timeline-consignment-close = Parcel closed
timeline-consignment-reopen = Parcel opened again
