# Words of dates and spans. Dates themselves are written 2026-03-09 in both languages; only customers read date-long.
weekday-mon = 周一
weekday-tue = 周二
weekday-wed = 周三
weekday-thu = 周四
weekday-fri = 周五
weekday-sat = 周六
weekday-sun = 周日

# $count: a whole number of working days.
working-days = { $count } 个工作日

# The name of a month within date-long.
month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月

# $month: the name of the month.
date-long = { $year }年{ $month }{ $day }日
