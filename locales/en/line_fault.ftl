### Why a line of facts or of receipts was refused, for whoever writes it. The ids are those of crates/app/src/line_fault.rs;
### names of fields and codes stand as the line writes them.

# Which line and field, before what is wrong.
line_fault-at = { $place }: { $fault }

line_fault-not_json = not a JSON object: line { $line }, column { $column }
line_fault-not_utf8 = not UTF-8 text
line_fault-unknown_field = there is no such field; known are { $known }
line_fault-twice = this field stands twice on the line
line_fault-unknown_code = there is no such code; known are { $known }
line_fault-unknown_country = write the two capital letters of a country (ISO 3166)
line_fault-bad_date = not a day of the calendar up to the year 9800; write YYYY-MM-DD
line_fault-out_of_range = a whole number from 0 to { $most } is expected
line_fault-missing_field = it must be given
line_fault-wrong_type = { $expected ->
    [object] an object
    [list] a list
    [code] a code
    [number] a whole number
    [yes_or_no] true or false
    [date] a date, YYYY-MM-DD,
    [country] a country code
   *[text] a text
} is expected
