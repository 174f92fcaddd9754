# Words of dates and spans. Dates themselves are written 2026-03-09 in both languages.
weekday-mon = Mon
weekday-tue = Tue
weekday-wed = Wed
weekday-thu = Thu
weekday-fri = Fri
weekday-sat = Sat
weekday-sun = Sun

# $count: a whole number of working days.
working-days =
    { $count ->
        [one] { $count } working day
       *[other] { $count } working days
    }
