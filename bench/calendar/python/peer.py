# numpy, holidays and chinesecalendar answer the questions of `cargo xtask bench calendar`: reads the file of questions
# named on its command line, then one order a line on standard input, and answers each with one line of JSON.
#
# `answers`: what it says of each date. `round REPEATS WORKLOAD STRIDE`: nanoseconds for one date, the mean over every
# STRIDE-th date and so many repeats, by the process's own monotone clock. numpy is asked about all of them in one call, as
# it is meant to be.

import datetime
import json
import sys
import time

NAME, FILE = sys.argv[1], sys.argv[2]
with open(FILE, encoding="utf-8") as file:
    QUESTIONS = json.load(file)
SPAN = datetime.timedelta(days=QUESTIONS["span_days"])
DAY = datetime.timedelta(days=1)


def days(texts):
    return [datetime.date.fromisoformat(text) for text in texts]


def of_numpy(texts):
    import numpy

    # A weekend and holidays are all it can be told: there is no place for a weekend day that is worked.
    calendar = numpy.busdaycalendar(weekmask="1111100", holidays=QUESTIONS["holidays"])
    dates = numpy.array(texts, dtype="datetime64[D]")
    after, until = dates + 1, dates + QUESTIONS["span_days"] + 1

    def add(count):
        return lambda: numpy.busday_offset(dates, count, roll="backward", busdaycal=calendar)

    return {
        "add_20": add(20),
        "add_250": add(250),
        "count": lambda: numpy.busday_count(after, until, busdaycal=calendar),
    }, lambda answer: [str(one) for one in answer]


def of_holidays(texts):
    import holidays

    dates = days(texts)
    china = holidays.country_holidays("CN", years=range(2018, 2029))

    def add(count):
        return lambda: [china.get_nth_working_day(day, count) for day in dates]

    return {
        "add_20": add(20),
        "add_250": add(250),
        "count": lambda: [china.get_working_days_count(day + DAY, day + SPAN) for day in dates],
    }, lambda answer: [str(one) for one in answer]


def of_chinesecalendar(texts):
    import chinese_calendar

    dates = days(texts)
    # It counts from a working day; taking a rest day back to the one before it is not in its times.
    begun = []
    for day in dates:
        while not chinese_calendar.is_workday(day):
            day -= DAY
        begun.append(day)

    def add(count):
        return lambda: [chinese_calendar.find_workday(count, day) for day in begun]

    return {
        "add_20": add(20),
        "add_250": add(250),
        "count": lambda: [len(chinese_calendar.get_workdays(day + DAY, day + SPAN)) for day in dates],
    }, lambda answer: [str(one) for one in answer]


PEER = {"numpy": of_numpy, "holidays": of_holidays, "chinesecalendar": of_chinesecalendar}[NAME]

for order in sys.stdin:
    what, *words = order.split()
    if what == "answers":
        workloads, write = PEER(QUESTIONS["dates"])
        said = {name: write(ask()) for name, ask in workloads.items()}
    elif what == "round":
        repeats, name, stride = int(words[0]), words[1], int(words[2])
        asked = QUESTIONS["dates"][::stride]
        ask = PEER(asked)[0][name]
        begun = time.monotonic_ns()
        for _ in range(repeats):
            ask()
        said = [(time.monotonic_ns() - begun) / repeats / len(asked)]
    else:
        raise ValueError(f"no such order: {order}")
    print(json.dumps(said), flush=True)
