# Diagnosis: the test bench's sheets, what is wrong with a unit, units that came back soon, and what is measured.

diagnosis-title = Diagnosis
diagnosis-none = Not diagnosed yet. Measure the unit, then say what is wrong.
diagnosis-open = Fault confirmed, cause not shown: the warranty approver decides whether it counts as the product's. Until then the unit counts as not diagnosed.
diagnosis-record = Diagnose…
diagnosis-again = New diagnosis…
diagnosis-measure = Measure…
diagnosis-by = { $who }, { $at }
diagnosis-second = Second person: { $who }
diagnosis-earlier = { $count ->
    [one] One earlier diagnosis
   *[other] { $count } earlier diagnoses
  }
diagnosis-sheets = Test bench
diagnosis-sheets-none = Nothing measured yet
diagnosis-soaks = Soak tests
diagnosis-test-passed = Final test passed since the last repair
diagnosis-test-open = No passed final test since the last repair

diagnosis-dialog = Diagnosis of { $rma }
diagnosis-explain = Every fault stands on its own line with its own cause. Type Chinese, pinyin, initials or English to find an entry. Saving makes a new determination; the earlier ones stay.
diagnosis-line = Fault { $number }
diagnosis-add-line = Add a fault
diagnosis-remove-line = Remove fault { $number }
diagnosis-save = Record diagnosis
diagnosis-saved = Diagnosis recorded; determination made anew
diagnosis-cause-of-fault = says its cause itself
diagnosis-nff-hint = "No fault found" needs a soak test that ended without a fault (5.5).
diagnosis-open-hint = With this cause the unit counts as not diagnosed; the warranty approver is asked.
diagnosis-second-why = Used against the manual (5.9): a second person confirms it.
diagnosis-lists-trouble = The short lists could not be read

line-symptom = Symptom
line-fault = Fault
line-cause = Cause
line-action = Action
line-position = Position
line-note = In your own words
line-choose = Type to find
line-none = Nothing found

sheet_kind-incoming = As received
sheet_kind-soak = Soak test
sheet_kind-final_test = Final test
sheet_result-passed = Passed
sheet_result-failed = Failed
sheet_result-incomplete = Incomplete
judgement-pass = Pass
judgement-fail = Fail
judgement-no_standard = No standard
judgement-not_measured = Not measured
limit-max = ≤ { $standard }
limit-min = ≥ { $standard }
limit-range = { $standard }
limit-equal = { $standard }
limit-yes_no = yes
limit-unknown = no standard known
standard-of-model = of the model

sheet-title = { $rma }: measure
sheet-correct-title = { $rma }: correct a sheet
sheet-kind = Sheet
sheet-parameter = Parameter
sheet-standard = Standard
sheet-value = Measured
sheet-judgement = Result
sheet-required = required
sheet-value-of = { $parameter }, measured
sheet-instruments = Instruments
sheet-instrument-name = Instrument
sheet-instrument-serial = Its serial
sheet-instrument-due = Calibration due
sheet-instrument-expired = Calibration expired; it is recorded so
sheet-instrument-add = Add an instrument
sheet-instrument-remove = Remove instrument { $number }
sheet-ambient = Surroundings
sheet-ambient-celsius = Temperature, °C
sheet-ambient-humidity = Humidity, %
sheet-soak = Soak test
sheet-soak-hours = Hours
sheet-soak-cycles = Cycles
sheet-soak-celsius = Temperature, °C
sheet-soak-fault_seen = A fault showed itself
sheet-soak-line = { $hours } h · cycles: { $cycles } · temperature: { $celsius } °C
sheet-frames = Frames
sheet-frames-none = The work order has no photos. Add frames as photos first.
sheet-frame-before = before
sheet-frame-after = after
sheet-frame-off = not a frame
sheet-note = Note
sheet-import = Read a file of the test bench…
sheet-import-hint = CSV or workbook with the columns parameter, value, unit
sheet-imported = { $count ->
    [one] One value read
   *[other] { $count } values read
  } of { $rows }
sheet-import-row = Line { $row }, { $parameter }: { $reason }
sheet-save = Save sheet
sheet-saved = Sheet saved: { $result }
sheet-correct = Correct…
sheet-corrected = Corrected by a later sheet
sheet-show = { $kind }, { $at }: values
sheet-explain = A saved sheet is never changed; a correction is a new sheet that names the old one.

bench_row-unknown_parameter = no such parameter
bench_row-not_measured_here = not measured on this class of product
bench_row-other_unit = another unit; nothing is converted
bench_row-empty = no value
bench_row-not_numeric = not a number
bench_row-not_yes_or_no = neither yes nor no
bench_row-too_long = too long
bench_row-twice = another value stands above; that one is kept

repeat-days30 = Back { $days ->
    [0] on the day of its hand-over
    [one] one day after its hand-over
   *[other] { $days } days after its hand-over
  }
repeat-days90 = Back { $days } days after its hand-over
repeat-title = Repeat repair
repeat-within-days30 = within 30 days
repeat-within-days90 = within 90 days
repeat-of = Work order { $rma }, handed over { $date }
repeat-no-verdict = The determination does not change by it.
batch-title = Batch { $batch }
batch-fault = { $fault } in { $units } units within 90 days

timeline-bench_sheet-save = Measured
timeline-diagnosis-record = Diagnosed
timeline-bench_catalogue-save = Standards of the test bench changed
field-sheet_kind = Sheet
field-sheet_result = Result
field-is_cause_open = Cause open
is_cause_open-true = yes
is_cause_open-false = no

problem-not_numeric = Not a number, as in 35.2
problem-not_yes_or_no = Neither yes nor no
problem-not_measured_here = Not measured on this class of product
problem-twice = Stands twice
problem-nothing = Nothing was measured yet
problem-not_a_frame = Not a photo of this work order
problem-not_correctable = That sheet was corrected already, or is of another kind
problem-unknown = Not in the list
problem-note_needed = Say in your own words what it is
problem-no_cause_asked = This fault says its cause itself: leave it empty
problem-contradiction = Contradicts another line
problem-soak_needed = First a soak test that ends without a fault (5.5)
problem-not_a_code = A code has lower-case letters, digits and _
problem-not_a_range = Two numbers, the smaller first, as in 12..16
problem-not_yes = The standard of what works or does not is "yes"
problem-meaning = A cause says what it is for the commitment, or that it is not shown
problem-no_consumable = Only a consumable has a proven or disproved defect (5.7)
problem-fixed = What an entry is for the commitment does not change; add another entry

error-bench_sheet = The sheet was not saved: { $count ->
    [one] one field
   *[other] { $count } fields
  } must be put right. What was typed is kept.
error-diagnosis = The diagnosis was not recorded: { $count ->
    [one] one line
   *[other] { $count } lines
  } must be put right. What was typed is kept.
error-bench_catalogue = The standards were not saved: { $count ->
    [one] one entry
   *[other] { $count } entries
  } must be put right. What was typed is kept.
error-catalogue_moved = Somebody else changed the standards meanwhile. Yours were not saved; close, look at theirs and change again.
error-nothing_changed = Nothing was changed, so nothing was saved.
error-catalogue_file = A data file of this program is bad: { $file }, line { $line }: { $detail }. Nothing was changed; install the program again.
