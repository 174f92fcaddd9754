### Printing: the print dialog of a work order, the printers in the settings.

## The print dialog and the printers

print-on = On
print-on-roll = Label printer
print-on-sheet = A4 sheet of labels, { $grid }
print-start = Start at label
print-start-note = For a sheet that was begun: counted along the rows
print-copies = Copies
printers-form = Printer for A4
printers-label = Printer for labels
printers-grid = A4 sheets of labels
printers-grid-3x8 = 3 × 8, 70 × 37 mm
printers-grid-3x7 = 3 × 7, 63.5 × 38.1 mm
printers-size = Size of the labels
printers-size-60x40 = 60 × 40 mm
printers-size-70x50 = 70 × 50 mm
printers-resolution = Dots of the label printer
printers-resolution-note = Bars are drawn in whole dots
printers-resolution-203 = 203 dpi (8 per mm)
printers-resolution-300 = 300 dpi
printers-right = Move right
printers-down = Move down
printers-offset-note = mm, such as 0.5 or -1.2; at most 5
printers-offset-wrong = Not saved: write millimetres such as 0.5 or -1.2, at most 5
printers-test-form = Test page A4
printers-test-label = Calibration page for labels
print-places = Print the labels of all places

## Units of the company's own

ticket-print-internal = Print internal order
form-internal = Internal order
error-internal_order = Nothing was printed: { $rma } is a unit of the company's own. Print its internal order (form "internal") instead; a customer's paper would promise remedies to nobody.
error-not_our_unit = Nothing was printed: { $rma } is a customer's unit. Print its application form; if the unit is ours, say so at check-in or in the loan register first.

## Numbered tags and blank forms for a power cut

numbered-open = Tags and forms for a power cut…
numbered-title = Numbers for a power cut
numbered-explain = Reserves numbers and prints one on each tag or blank form. What is written by hand is entered later under its number, as a late entry.
numbered-what = Print
numbered-what-tags = Tags, eight on a sheet
numbered-what-blanks = Blank application forms
numbered-count = How many
numbered-count-note = 1 to 200; 8 tags or 1 form on a sheet
numbered-make = Reserve and print
numbered-made = Reserved: { $first } to { $last }
numbered-again = Print the same numbers again
error-not_waiting = Nothing was printed: { $rma } does not wait for a unit. Its unit has come, it was taken back, or it was never given here.
