# Words of dates and spans. Dates themselves are written 2026-03-09 in both languages; only customers read date-long.
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

# The name of a month within date-long.
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

# $month: the name of the month.
date-long = { $day } { $month } { $year }
