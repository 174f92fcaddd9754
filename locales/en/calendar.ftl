# Working days: the calendar page, what an import would move, and the days of a work order.

calendar-title = Working days
calendar-explain = Which days count for the 10 to 20 working days, and importing next year's calendar when it is published.
calendar-open-page = Open working days
calendar-sub = Calendar of { $country } · every day is published up to { $until }
calendar-sub-unpublished = Calendar of { $country } · today is not published
calendar-import = Choose a calendar file
calendar-import-label = Import a newer calendar
calendar-import-hint = CSV with the headings date, kind, name_zh, name_en, source, or TOML. Nothing changes before you say so.
calendar-today = A unit received today
calendar-preview = What { $file } would change
calendar-preview-none = No open work order gets another date.
calendar-preview-moved = { $moved ->
    [one] 1 open work order gets other dates
   *[other] { $moved } open work orders get other dates
  }, { $later } of them a later day 20.
calendar-preview-known = This very file was imported before: nothing is left to do.
calendar-country = { $country }: { $days } days named, { $years }
calendar-country-published = published by it: { $years }
calendar-country-years = years { $years }
calendar-country-laid = single days only
calendar-to-rest = Rest days then
calendar-to-work = Worked then
calendar-do = Import and move the dates
calendar-drop = Leave everything as it is
calendar-imported = Imported: { $file }. Open work orders follow it.
calendar-moves = Work orders that move
calendar-column-before = Day 20 now
calendar-column-after = Day 20 then
calendar-more = and { $count } more
calendar-imports = Imported here
calendar-imports-none = Nothing was imported: the calendar is the one that came with the program.
calendar-unread = not read by this program, and not followed
calendar-year = { $year }
calendar-year-published = published
calendar-year-provisional = not published yet: derived from the rules of holidays
calendar-year-none = Only weekends are known.
calendar-sources = Source:
day_kind-weekday = working day
day_kind-weekend = weekend
day_kind-holiday = holiday
day_kind-makeup_workday = make-up workday
notice-calendar_unpublished = Day 20 of a unit received today lies in a year whose calendar is not published here: the date may move. Import the new calendar under Settings, Working days.

clock-title = How the dates came about
clock-summary = Working day { $gross }, { $net } without waiting
clock-summary-plain = Working day { $gross }
clock-gross = Working days since receipt (3.1, never pauses)
clock-net = Without waiting
clock-for_customer = Waited for the customer
clock-for_parts = Waited for parts
clock-days = { $count ->
    [one] 1 working day
   *[other] { $count } working days
  }
clock-country = Calendar of { $country }
clock-column-number = Day
clock-column-date = Date
clock-column-why = Counts because
clock-received = received: day 0
clock-rest = does not count: { $why }
clock-counts = counts: { $why }
clock-named = { $kind }, { $name }
clock-mark-10 = target
clock-mark-20 = limit
clock-waited-customer = waited for the customer all day
clock-waited-parts = waited for parts all day
clock-today = today
