"""Whether the time zones of calendars tell the clocks as zoneinfo does: usage: zones.py CALENDAR …

Two readings of a VTIMEZONE that know nothing of its TZID: python-dateutil's tzical and python-icalendar's to_tz. Looked at
are all hours of the three days around each clock change, and every noon, of the years in which events of the calendar
take place.
"""
import io
import sys
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import icalendar
from dateutil import tz
from dateutil.rrule import rrulestr
from icalendar.timezone import tzp

# How many years a rule is followed for, one without end and one with.
ENDLESS, MOST = 25, 100
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def years(calendar, name):
    """The first and the last year of events in a zone."""
    found = set()
    for event in calendar.walk("VEVENT"):
        if event["DTSTART"].params.get("TZID") != name:
            continue
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        found |= {start.year, end.year}
        if "RRULE" not in event:
            continue
        rule = event["RRULE"]
        if "UNTIL" in rule:
            found.add(min(rule["UNTIL"][0].year, start.year + MOST))
        elif "COUNT" in rule:
            text = rule.to_ical().decode()
            found.add(max(rrulestr(text, dtstart=start.replace(tzinfo=None))).year)
        else:
            found.add(start.year + ENDLESS)
    return min(found), max(found)


def hours(zone, first, last):
    """Wall times that are looked at."""
    before = None
    day = datetime(first, 1, 1)
    while day.year <= last:
        yield day + 12 * HOUR
        offset = (day + 12 * HOUR).replace(tzinfo=zone).utcoffset()
        if before is not None and offset != before:
            yield from (day + hour * HOUR / 2 for hour in range(-72, 72))
        before = offset
        day += DAY


def readings(component):
    lines = ["BEGIN:VCALENDAR", component.to_ical().decode().strip(), "END:VCALENDAR", ""]
    yield "dateutil", tz.tzical(io.StringIO("\r\n".join(lines))).get()
    yield "icalendar", component.to_tz(tzp, lookup_tzid=False)


def faults(calendar):
    for component in calendar.walk("VTIMEZONE"):
        name = str(component["TZID"])
        truth = ZoneInfo(name)
        first, last = years(calendar, name)
        for reader, zone in readings(component):
            for wall in hours(truth, first, last):
                expected = wall.replace(tzinfo=truth)
                if is_odd(expected):
                    continue
                found = wall.replace(tzinfo=zone).utcoffset()
                if found != expected.utcoffset():
                    yield f"{name}, {wall}: {reader} finds {found}, and not {expected.utcoffset()}"
                    break


def is_odd(time):
    """Whether the clocks show a time twice or never.

    There the readers differ from RFC 5545 section 3.3.5 and among each other: neither knows of folds in a VTIMEZONE.
    """
    return time.replace(fold=0).utcoffset() != time.replace(fold=1).utcoffset()


def main(*paths):
    count = total = 0
    for path in paths:
        with open(path, "rb") as file:
            calendar = icalendar.Calendar.from_ical(file.read())
        total += len(calendar.walk("VTIMEZONE"))
        for fault in faults(calendar):
            print(f"{path}: {fault}")
            count += 1
    print(f"{total} time zones compared, {count} faults")
    return 1 if count or not total else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
