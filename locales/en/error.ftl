# Errors: what happened, what was kept, what to do. The ids are the codes of app/error.rs.

error-unknown_command = This program does not know that command. Nothing was changed.
error-bad_field = { $field } does not have the right form: { $detail }. Nothing was changed.
error-not_an_object = An intake is one object with named fields, { "{" }"serial": ...{ "}" }. Nothing was saved from this line.
error-bad_request = The request does not have the right form: { $detail }. Nothing was changed.
error-not_initialised = This computer has not been set up yet. Give the service centre's code first.
error-already_initialised = This computer has been set up already. Its number series stays as it is.
error-centre_code = A service centre's code has 2 to 8 capital letters or digits and starts with a letter, such as CD01.
error-unknown_zone = There is no such time zone. Write it like Asia/Shanghai.
error-rma_shape = That is no RMA number. Type it as it is printed, like CD01-A7K3M-00412-K. Nothing was changed.
error-rma_misread = A character of the RMA number was misread: the last one does not fit. Compare it with the label or the paper. Nothing was changed.
error-unknown_calendar = There is no calendar for that country. Use its two-letter code, such as CN.
error-intake = { $count ->
    [one] One field must be put right before the unit can be received. Nothing was recorded yet; what was entered is kept.
   *[other] { $count } fields must be put right before the unit can be received. Nothing was recorded yet; what was entered is kept.
}
error-entry = { $count ->
    [one] One field must be put right. Nothing was recorded yet; what was typed is kept.
   *[other] { $count } fields must be put right. Nothing was recorded yet; what was typed is kept.
}
error-enquiry_not_tried = The log holds no try to reach the customer. Nothing was changed; log the call that nobody took first.
error-attempt_first = The log holds no remote attempt (3.1). Nothing was changed; log what was tried, or why nothing can be tried.
error-enquiry_ended = The enquiry is closed with another result. Nothing was changed; open it again first.
error-enquiry_unit_taken = This unit has its number, its check-in or its work order already. Nothing was changed.
error-follow_up_ended = It is closed already. Nothing was changed; open it again first.
error-open_ticket = This unit already has the open work order { $rma }. Nothing was recorded twice; what was entered is kept. Open that work order instead.
error-waybill_length = A waybill number has 6 to 32 characters. Nothing was recorded; look at the number again, or leave it empty.
error-waybill_character = A waybill number has letters and digits only. Nothing was recorded; look at the number again, or leave it empty.
error-waybill_taken = Another parcel was received under { $waybill }. Nothing was changed; open that parcel instead.
error-consignment_in_future = The parcel's day lies after today at the centre. Nothing was changed; give the day it was signed for.
error-freight_negative = The freight is less than nothing. Nothing was changed.
error-currency_shape = A currency has three capital letters, such as CNY. Nothing was changed.
error-consignment_too_long = A text of the parcel is longer than 2,000 characters. Nothing was changed; shorten it.
error-consignment_closed = The parcel is closed. Nothing was changed; open it again first.
error-consignment_begun = Units of this parcel are checked in under its day, so the day stands. Nothing was changed; correct the received date of each work order that is wrong.
error-consignment_unopened = { $count ->
    [0] Nothing was taken out of this parcel yet. It is still open; close it only if it is empty.
    [one] One unit of this parcel is not checked in. It is still open; check that unit in, or close it all the same.
   *[other] { $count } units of this parcel are not checked in. It is still open; check them in, or close it all the same.
}
error-consignment_unit_received = This unit is checked in. Nothing was changed; cancel its work order if it was received by mistake.
error-nothing_announced = The list names no unit. Nothing was changed; paste one serial number a line, or a model and how many.
error-not_found = This record is not on this computer.
error-reason_required = Give a reason; it stands in the history. Nothing was changed.
error-attachment_too_large = The file is larger than { $megabytes } MB and was not added. Everything else is kept. Add a smaller photo, a shorter video or a smaller PDF.
error-attachment_kind = The file is neither a photo, a video nor a PDF and was not added. Everything else is kept. Save it as a PDF or take a photo of it, and add that.
error-attachment_no_photo = A photo is wanted here; the file is none and was not added. Everything else is kept.
error-base64 = The file arrived damaged and was not added. Choose it again.
error-registry_empty = The file holds no rows. Nothing was changed.
error-registry_too_large = The file is larger than 64 MB, a million rows or 256 columns. Nothing was changed; split the file.
error-registry_unreadable = The file is neither a text table (UTF-8, UTF-16 or GB18030) nor an Excel workbook. Nothing was changed.
error-registry_workbook = The workbook is damaged or protected by a password. Nothing was changed; save it again without a password.
error-registry_no_serial_column = No column holds what the file is about: the serial number, or for customers the phone. Nothing was changed; say which column it is.
error-masters_incomplete = The complete list has { $count } rows that cannot be read; what they speak of would end. Nothing was changed. Mend those rows, or import it as an ordinary file.
error-masters_no_key_column = No column holds what the rows are known by. Nothing was changed; say which column it is.
error-registry_file_gone = The file must be opened again. Nothing was changed.
error-no_such_label = Nothing was printed: this sheet has labels 1 to { $last }. Choose one of them to start at.
error-too_many_tickets = That is for at most { $most } work orders at once. Nothing was changed.
error-too_many_labels = Nothing was printed: name 1 to { $most } work orders for their labels.
error-form_glyphs = These characters cannot be printed: { $characters }. The record is kept; correct the text and print again.
error-form = The form could not be made: { $detail }. The record is kept.
error-print_no_system = This computer has no print system. The form is kept as a PDF; open it and print it from there.
error-print_no_printer = The printer is not known to this computer any more. The form is kept as a PDF; choose another printer.
error-print_refused = The print system refused the job. The form is kept as a PDF; look at the printer and print it again.
error-print_no_viewer = This computer has no program that opens a PDF. It is shown here; install a PDF viewer to save or print it.
error-store_in_use = Another Nightbench is using this data folder{ $pid ->
    [none] {""}
   *[other] {" "}(process { $pid })
}. Use that window, or close it first. Nothing was changed.
error-store_newer = The records were written by a newer Nightbench (version { $found }, this program knows { $known }). Nothing was changed; install the newer program.
error-store_key = The key of the records is missing or does not fit. Nothing was changed; put station.key back or restore a backup.
error-store_lost = The file of the records (store.db) is gone or empty, although this computer had records. Nothing new was made in its place. Put the file back, or restore the last backup with nightbench-cli restore.
error-store_damaged = A part of the records is damaged ({ $what }). The rest is kept; run the check in Settings and restore the last backup.
error-store_disk_full = The disk is full. This step was not saved, everything before it is; make room and try again.
error-store_backup = The backup file is damaged or is not one ({ $what }). Nothing was changed.
error-store = The records could not be read or written: { $detail }. What was saved before is kept.
error-pack = A data file of the program is damaged: { $detail }. Install the program again; the records are kept.
error-policy_file = The policy file was refused: { $detail }. The policies in force stay in force.
error-pack_no_key = The policy pack was not installed: this program trusts no signer of packs. The packs in force stay in force; ask for a program with the issuer's key.
error-pack_signature_malformed = The policy pack was not installed: its signature file (.sig) does not hold a signature. The packs in force stay in force; get the pack and its signature again.
error-pack_untrusted = The policy pack was not installed: its signature fits no trusted signer, or the file was changed after it was signed. The packs in force stay in force; get the pack again from its issuer.
error-own_file = That place is among the records' own files. Nothing was written; choose another folder.
error-manager_needed = Only a manager does this. Nothing was changed. Have a manager sign in with F7 and do it again.
error-decider_needed = This is for an adjudicator or a manager to decide. Nothing was recorded; what was entered is kept. Have one of them sign in with F7 and do it again.
error-last_manager = This is the last manager who can sign in. Nothing was changed. Make somebody else a manager with a PIN first.
error-user_name = A person's name has 1 to 40 characters. Nothing was changed.
error-user_name_taken = Somebody who works here has that name already. Nothing was changed. Add something that tells them apart.
error-pin_length = A PIN has 4 to 8 digits. The PIN stays as it was.
error-pin_digits = A PIN has digits only. The PIN stays as it was.
error-pin_repeated = One digit over and over is guessed at once. The PIN stays as it was. Choose another one.
error-pin_row = Digits in a row, such as 1234 or 4321, are guessed at once. The PIN stays as it was. Choose another one.
error-pin_hash = The PIN could not be kept or checked. Nothing was changed. Have a manager set the PIN again.
error-wrong_pin = { $left ->
    [one] That PIN is wrong. Nothing was changed. After one more wrong PIN this person must wait.
   *[other] That PIN is wrong. Nothing was changed. Type it again.
}
error-pin_wait = Too many wrong PINs. Nothing was changed. This person's PIN is looked at again in { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
}; a badge or another person can go on now.
error-no_pin = No PIN was set for this person. Nothing was changed. A manager sets one in Settings, People.
error-unknown_badge = Nobody who works here has this badge. Nothing was changed. A manager gives it to somebody in Settings, People.
error-badge_taken = Somebody else has this badge. Nothing was changed. Take another badge, or take it away from them first.
error-badge_text = This cannot be a badge: it is shorter than 4 characters, or a number that units carry. Nothing was changed. Scan the badge itself.
error-second_person_needed = This takes a second person. Nothing was recorded; what was entered is kept. A second person confirms with PIN or badge; people are set up in Settings, People.
error-second_person_same = The second person must be somebody else than who is at work here. Nothing was recorded; what was entered is kept. Ask a colleague.
error-sign_in_first = Nobody is signed in, so nobody can have it. Nothing was changed. Sign in with F7 and take it again.
error-place_code = A place's code has 1 to 24 letters, digits and hyphens and is no RMA number. Nothing was changed.
error-place_code_taken = Another place or a badge has that code. Nothing was changed. Choose another code.
error-place_code_serial = That code is the serial number of a known unit. Nothing was changed. Choose a code that no unit carries.
error-place_not_empty = { $units ->
    [one] One unit is still at this place. It stays in use. Move the unit first.
   *[other] { $units } units are still at this place. It stays in use. Move them first.
}
error-place_needed = Units are received at this place, so it stays as it is. Nothing was changed. Its name can be changed.
error-place_gone = This place is out of use. Nothing was moved. Scan a place that is in use, or put this one into use again.
error-unit_not_here = The work order { $rma } is not open, so its unit is not here. Nothing was moved.
error-nothing_to_undo = There is no move to take back. Nothing was moved. Move the unit where it belongs by scanning.
error-no_stocktake = No stock-take is open. Nothing was changed. Begin one under Places.
error-stocktake_open = A stock-take is open already. Nothing was changed. Finish or drop it first.
error-file = A file could not be read or written: { $detail }. The records are kept.
error-no_such_file = There is no such file. Nothing was changed; check the name and the folder.

# Fields that must be put right, and rows of a register file.

problem-required = Fill this in
problem-too_long = Too long
problem-in_future = Lies in the future
problem-in_past = Lies in the past
problem-cannot_close = A task is closed by what we say and somebody hears
problem-not_a_phone = Not a phone number: 5 to 15 digits
problem-unknown_calendar = No calendar for that country
problem-not_a_serial = Not a serial number: 3 to 40 letters, digits and - . / _ #
problem-open_ticket = This unit has an open work order already

registry-no_serial = the serial number is missing
registry-not_a_serial = not a serial number
registry-not_a_date = not a date; write the year first, as in 2026-03-02
registry-unknown_class = unknown product class; use terminal, module or detector
registry-unknown_sale_kind = unknown way of sale; use normal, special_price, prototype_special_price or borrowed
registry-too_long = too long
registry-missing = must be filled in
registry-below_reserved = fewer than are reserved for work orders
registry-no_key = what the row is known by is missing
registry-not_a_number = not a whole number, or out of range
registry-not_an_amount = not an amount of money, as in 1280.50
registry-not_yes_or_no = neither yes nor no
registry-not_a_range = not serials or ranges, as in JP2409-00001..JP2409-00099
registry-not_a_pattern = not a serial pattern: letters, digits, # for a digit, @ for a letter, * only at the end
registry-unknown_kind = unknown kind
registry-date_order = it comes before the date it should follow
registry-duplicate_key = row { $other_row } says something else of the same one; that row was kept
registry-duplicate_name = an earlier row holds another dealer of the same name; a name must lead to one dealer
registry-duplicate = row { $other_row } holds the same serial with other values; that row was kept

# The doctor.

doctor-ok = All is well.
doctor-warn = Works, with { $count ->
    [one] one thing
   *[other] { $count } things
} to look at.
doctor-fail = Something needs repair. What can be read is kept.

doctor-pages-ok = Every page of the records opens under its key.
doctor-pages-fail = { $pages } pages of the records cannot be read. What can be read is saved at the next start; restore the last backup.
doctor-tables-ok = Tables and indexes are sound.
doctor-tables-fail = { $faults } faults in tables or indexes. Restore the last backup.
doctor-references-ok = Every reference leads to its record.
doctor-references-fail = { $rows } references lead nowhere. Restore the last backup.
doctor-journal-ok = The journal is whole: { $entries } entries, each linked to the one before.
doctor-journal-fail = The journal does not hold at entry { $seq } ({ $fault }). Somebody or something changed it; keep the file and restore the last backup.
doctor-blobs-ok = All { $blobs } photos and papers are as they were saved.
doctor-blobs-fail = { $damaged } of { $blobs } photos and papers are damaged. Restore the last backup.
doctor-disk_space-ok = { $free_gigabytes } GB free.
doctor-disk_space-warn = Only { $free_gigabytes } GB free. Make room soon.
doctor-disk_space-fail = The disk is nearly full. Make room now: photos and backups will fail.
doctor-key_place-ok = The key of the records is in the system's key store.
doctor-key_place-warn = The key of the records is a file beside them. Whoever can read the data folder can read the records.
doctor-backup_age-ok = { $age_days ->
    [0] The last backup is from today.
    [one] The last backup is one day old.
   *[other] The last backup is { $age_days } days old.
}
doctor-backup_age-warn = { $age_days ->
    [none] There is no backup yet. Make one now and keep it elsewhere.
   *[other] The last backup is { $age_days } days old. Make one now and keep it elsewhere.
}
doctor-station-ok = This computer is set up.
doctor-station-warn = This computer has not been set up yet.
doctor-put_aside-ok = No damaged file was ever put aside.
doctor-restored-ok =
    { $at ->
        [none] No backup was ever put in place of the records.
       *[other] A backup of { $of } was put in place of the records on { $at }.
    }
doctor-restored-warn = A backup of { $of } was put in place of the records on { $at }. What was recorded here between the two is not in them; it is kept in the folder "replaced", and what HQ already had comes back with the next synchronisation.
doctor-clock-ok = The clock is not behind the last record.
doctor-clock-warn = The clock is behind the last record: it was set back, or was ahead before. Set it; deadlines are counted wrongly until then.
doctor-put_aside-warn = A damaged file of records was put aside ({ $files }, in the folder "damaged"). What could be read was taken over; the rest is missing. Restore the last backup or have the file looked at.
doctor-data_reach-ok = The records are where every account of this computer that is meant to can see them, or where this computer was told to keep them.
doctor-data_reach-warn = The records are in this account's own folder: other accounts of this computer do not see them. To share them, close the program, have the folder moved to the computer's shared place (see the README) and start again.
doctor-calendar-ok = The calendar of { $country } is published as far as new work orders reach.
doctor-calendar-warn = The calendar of { $country } is provisional for days that new work orders will count. Their dates may move.

# The command line.

cli-file_missing = There is no file { $path }. Nothing was changed.
cli-file_denied = { $path } must not be read or written by this account. Nothing was changed.
cli-name = nightbench-cli
error-calendar_no_days = { $file } names no day. The calendar stays what it is.
error-calendar_unknown_heading = Line { $line } of { $file }: "{ $found }" is no heading of a calendar. Write date, kind, name_zh, name_en, country, status. The calendar stays what it is.
error-calendar_heading_twice = Line { $line } of { $file }: the heading "{ $found }" stands twice. The calendar stays what it is.
error-calendar_heading_missing = Line { $line } of { $file }: the heading "{ $found }" is missing. The calendar stays what it is.
error-calendar_field_count = Line { $line } of { $file } has another number of fields than headings ({ $found }). The calendar stays what it is.
error-calendar_open_quote = Line { $line } of { $file }: a quotation mark is not closed. The calendar stays what it is.
error-calendar_date = Line { $line } of { $file }: "{ $found }" is no date. Write it as 2027-01-31. The calendar stays what it is.
error-calendar_kind = Line { $line } of { $file }: "{ $found }" is no kind of day. Write holiday or makeup_workday. The calendar stays what it is.
error-calendar_status = Line { $line } of { $file }: "{ $found }" does not say whether the day is published. Write published or provisional. The calendar stays what it is.
error-calendar_day_twice = Line { $line } of { $file }: { $found } stands twice. The calendar stays what it is.
error-calendar_country = Line { $line } of { $file }: "{ $found }" is no country. Write two capital letters, such as CN. The calendar stays what it is.
error-calendar_weekday = Line { $line } of { $file }: "{ $found }" is no rest day of a week. The calendar stays what it is.
error-calendar_unknown_country = Line { $line } of { $file }: this program has no calendar of { $found }. The calendar stays what it is.
error-calendar_outside_years = Line { $line } of { $file }: { $found } is outside the years of a calendar, 2000 to 2049. The calendar stays what it is.
error-calendar_worked_anyway = Line { $line } of { $file }: { $found } is worked anyway, so it makes up for nothing. The calendar stays what it is.
error-calendar_published_already = { $file } calls { $found } provisional, which is published already. The calendar stays what it is.
error-calendar_not_toml = Line { $line } of { $file } is not written as a calendar in TOML: { $found }. The calendar stays what it is.
error-calendar_too_large = { $file } is larger than a calendar can be ({ $found } MB). The calendar stays what it is.
error-line_not_enrolled = This station has no line to headquarters. Everything is saved here and waits; a manager sets the line up with a one-time code.
error-line_unreachable = Headquarters does not answer. Everything is saved here and waits; the next round tries again.
error-line_not_hq = Something else than headquarters answers at its address: a network that wants you to sign in, perhaps. Everything is saved here and waits.
error-line_address = That is no address of headquarters. It begins with https://; http:// is taken on this machine only.
error-line_code = The one-time code is wrong, was used or is over. Ask headquarters for another.
error-line_centre = The one-time code is of another centre. Nothing was changed, and the code stays good there.
error-line_station = Headquarters does not know this station, or does not any more. Everything is saved here; set the line up again with a new one-time code.
error-line_version = This program and headquarters do not fit each other: one of them is too old. Everything is saved here and waits.
error-line_refused = Headquarters could not take it now. Everything is saved here and waits; the next round tries again.
error-line_fork = Headquarters cannot take the records of this station: their chain is broken, or somebody else signed it. Nothing is lost; what was written here waits. Run the check of the records.
