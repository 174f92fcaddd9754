# The board: open work orders by age, those overdue or about to be, and how long repairs took.
place-board = Overdue board
board-title = Overdue board
board-sub = { $day } · { $country } calendar
board-figures = Figures
board-overdue = past day 20
board-due = day 11 to 20
board-on-time = up to day 10
board-will-miss = will miss day 20
board-will-miss-parts = { $count ->
    [one] { $count } of them by its part
   *[other] { $count } of them by their parts
  }
board-by-limit = back by day 20, last 12 weeks
board-by-limit-of = { $by } of { $of }
board-complaints = complaints
# The lists
board-lists = Lists
board-list-overdue = Overdue
board-list-due_soon = Due soon
board-list-will_miss = Will miss day 20
board-list-awaiting_agreement = Agreement
board-list-awaiting_documents = Documents
board-list-awaiting_parts = Parts
board-list-away = Factory
board-list-complaints = Complaints
board-list-open = All open
board-list-count = { $list } { $count }
board-none-overdue = Nothing is overdue.
board-none-due_soon = Nothing is due within three working days.
board-none-will_miss = Nobody is known to miss day 20.
board-none-awaiting_agreement = No customer owes an answer to a quote.
board-none-awaiting_documents = No papers are waited for.
board-none-awaiting_parts = No part is waited for.
board-none-away = No unit is with the factory or another centre.
board-none-complaints = Nobody complains.
board-none-open = No unit is here.
board-none-chosen = Of what is chosen above. Escape shows all again.
# The columns
board-column-unit = Unit
board-column-over = Over
board-column-stage = Stage, cause
board-column-next = Next
board-column-owner = Owner
board-promised = Promised { $day }
board-column-contact = Last contact
board-over = { $days ->
    [one] { $days } day
   *[other] { $days } days
  }
board-over-today = today
board-over-rest = since today
board-left = { $days ->
    [one] { $days } left
   *[other] { $days } left
  }
board-since = since { $day }
board-part-on = part on { $day }, too late
board-like = { $missed } of { $units } like units missed it
board-complaint-due = Complaint, due { $day }
board-nobody = nobody
board-never = never
# The ages
board-ages = Age of open work orders, by stage
board-ages-table = Age of open work orders, as a table
board-ages-hint = working days
board-ages-none = No unit is here.
board-as-table = As a table
board-as-chart = As a chart
board-day = day { $day }
board-day-word = Working day
board-count = Work orders
board-stage = Stage
board-age-cell = { $stage }, day { $day }: { $count ->
    [one] { $count } work order
   *[other] { $count } work orders
  }
board-age-keys = Arrow keys walk the chart, Enter lists the work orders of that stage.
board-percentile = { $percent } % · { $days } d
# Turnaround
board-turnaround = Turnaround, last 12 weeks
board-turnaround-table = Turnaround of the last 12 weeks, as a table
board-turnaround-count = n = { $count }
board-turnaround-few = { $count ->
    [0] Nothing was handed over in the last 12 weeks.
    [one] { $count } work order was handed over: too few for percentiles.
   *[other] { $count } work orders were handed over: too few for percentiles, which begin with 20.
  }
board-turnaround-spread = Half of { $count } were back by day { $p50 }, 85 % by day { $p85 }, 95 % by day { $p95 }.
board-handed-over = Handed over
board-point = { $day }, working day { $days }: { $count ->
    [one] { $count } work order
   *[other] { $count } work orders
  }
# The forecast
board-forecast = Forecast
board-forecast-trial = Tried on { $units } units on their day 10: of { $said } it said would miss day 20, { $right } did; { $unforeseen } missed it unforeseen.
board-forecast-untried = Not tried yet: too few units like others since { $since }.
board-forecast-how = A unit is said to miss day 20 when its part comes on that day or later, or when more than half of the units that were in the same stage on the same working day missed it. Fewer than 20 like units say nothing.
# Choosing
board-choose = Choose
board-owner = Owner
board-model = Model
board-dealer = Dealer
board-any = All
board-mine = Mine
board-owner-nobody = Nobody's
board-stage-chosen = Stage: { $stage }
board-all-stages = Show all stages
board-reset = Show everything
board-views = Views
board-view-open = Saved views
board-view-none = No view is saved yet.
board-view-save = Save this view
board-view-name = Name of the view
board-view-name-hint = One name is one view; saving again replaces it
board-view-saved = View saved: { $name }
board-view-forget = Forget { $name }
board-view-forgotten = View forgotten: { $name }
board-link = Copy link
board-link-copied = Link copied. Pasted into the search (Ctrl+K) it opens this view on any workstation.
board-link-open = Open the view of the link
board-export = Export
board-exported = { $count ->
    [one] { $count } work order opened as a table. Save it from there: the copy is removed at the next start.
   *[other] { $count } work orders opened as a table. Save it from there: the copy is removed at the next start.
  }
board-key-log = Log a conversation
board-key-assign = Assign
board-key-filter = Choose
board-key-list-next = Next list
board-key-table = Table
error-view_name = A view needs a name of at most 40 characters. Nothing was saved.
error-view_full = 30 views are kept already. Forget one first; nothing was saved.
# Stages, short enough for the foot of a chart
board-stage-on_hold = On hold
board-stage-to_be_diagnosed = To diagnose
board-stage-under_diagnosis = Diagnosis
board-stage-awaiting_documents = Documents
board-stage-awaiting_agreement = Agreement
board-stage-awaiting_parts = Parts
board-stage-in_repair = Repair
board-stage-away = Factory
board-stage-in_test = Test
board-stage-ready = Ready
board-stage-unclaimed = Unclaimed
# A table for a spreadsheet
export-class = Class
export-dealer = Dealer
export-received = Received
export-target = Day 10
export-handed-over = Handed over
export-working-days = Working days
export-status = Status
export-resolution = Resolution
export-over = Working days past day 20
export-promised = Promised
