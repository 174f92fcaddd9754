# Words of dates and spans. Dates themselves are written 2026-03-09 in both languages.
weekday-mon = 周一
weekday-tue = 周二
weekday-wed = 周三
weekday-thu = 周四
weekday-fri = 周五
weekday-sat = 周六
weekday-sun = 周日

# $count: a whole number of working days.
working-days = { $count } 个工作日
