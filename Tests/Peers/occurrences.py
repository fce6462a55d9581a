"""Whether calendars show what the model defines: usage: occurrences.py JSON LANGUAGE CALENDAR [LANGUAGE CALENDAR …]

What recurring-ical-events makes of a calendar must be the same set as what model.py makes of the JSON.
"""
import json
import sys
from collections import Counter
from datetime import date, datetime, timedelta, timezone

import icalendar
import recurring_ical_events

import model

SPAN = (date(2018, 6, 1), date(2028, 6, 30))


def value(component, name):
    return str(component[name]) if name in component else None


def point(moment):
    return moment.astimezone(timezone.utc) if isinstance(moment, datetime) else moment


def shown(path):
    with open(path, "rb") as file:
        calendar = icalendar.Calendar.from_ical(file.read())
    for event in recurring_ical_events.of(calendar).between(*SPAN):
        start, end = point(event["DTSTART"].dt), point(event["DTEND"].dt)
        if model.FIRST <= model.day(start) <= model.LAST:
            yield start, end, value(event, "SUMMARY"), value(event, "LOCATION"), value(event, "STATUS")


def main(document, *calendars):
    with open(document, encoding="utf-8") as file:
        exchange = json.load(file)
    faults, total = 0, 0
    for language, path in zip(calendars[::2], calendars[1::2]):
        expected = Counter(model.Exchange(exchange, language).occurrences())
        found = Counter(shown(path))
        total += sum(expected.values())
        for what, rest in (("is not shown", expected - found), ("is shown, but does not happen", found - expected)):
            for occurrence in sorted(rest, key=str)[:10]:
                print(f"{language}: {what}: {' | '.join(map(str, occurrence))}")
            faults += len(rest)
    print(f"{total} occurrences compared, {faults} differ")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
