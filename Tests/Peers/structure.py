"""Whether calendars are well made: usage: structure.py CALENDAR …

The octets are looked at as they are (RFC 5545 sections 3.1 and 3.6), and python-icalendar reads them without an error.
"""
import re
import sys
from collections import Counter
from datetime import datetime, timezone

import icalendar

TOLD_WITH_LANGUAGE = {"SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "NAME"}
# A name, parameters whose values are plain or quoted, and a value.
LINE = re.compile(r'([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"\x00-\x08\x0a-\x1f\x7f]*"|[^";:,\x00-\x08\x0a-\x1f\x7f]*))*):(.*)\Z', re.S)
COMPONENTS = {"VCALENDAR", "VTIMEZONE", "STANDARD", "DAYLIGHT", "VEVENT"}
PROPERTIES = {
    "VCALENDAR": {
        "VERSION", "PRODID", "CALSCALE", "UID", "LAST-MODIFIED", "URL", "NAME", "X-WR-CALNAME", "DESCRIPTION",
        "X-WR-CALDESC", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "X-WR-TIMEZONE", "X-COS-RECORD",
    },
    "VTIMEZONE": {"TZID"},
    "STANDARD": {"DTSTART", "RRULE", "RDATE", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME"},
    "DAYLIGHT": {"DTSTART", "RRULE", "RDATE", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME"},
    "VEVENT": {
        "UID", "DTSTAMP", "RECURRENCE-ID", "DTSTART", "DTEND", "RRULE", "EXDATE", "SUMMARY", "LOCATION", "GEO", "STATUS",
        "TRANSP", "DESCRIPTION", "CATEGORIES", "CONFERENCE", "SEQUENCE", "URL", "LAST-MODIFIED", "IMAGE", "COMMENT",
        "X-COS-DATA", "X-COS-RECORD",
    },
}
REPEATED = {"CONFERENCE", "IMAGE", "X-COS-RECORD", "NAME", "DESCRIPTION"}


def physical_lines(octets):
    """Faults of the lines as they stand in the file."""
    if octets.startswith(b"\xef\xbb\xbf"):
        yield "a byte order mark"
    if not octets.endswith(b"\r\n"):
        yield "the last line has no end"
    if re.search(rb"\r(?!\n)|(?<!\r)\n", octets):
        yield "an end of line that is not CRLF"
    for number, line in enumerate(octets.split(b"\r\n")[:-1], 1):
        if not line:
            yield f"line {number} is empty"
        if len(line) > 75:
            yield f"line {number} has {len(line)} octets"
        if re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line):
            yield f"line {number} has a control character"
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            yield f"line {number} is cut inside a character"
        if (len(line) - len(line.rstrip(b"\\"))) % 2:
            yield f"line {number} is cut inside an escape"


def logical_lines(octets):
    return octets.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")[:-1]


def components(octets):
    """Faults of names, order and nesting; our own reading, which forgives nothing."""
    stack, seen, order = [], [], []
    for line in logical_lines(octets):
        match = LINE.match(line)
        if not match:
            yield f"no content line: {line[:60]!r}"
            continue
        name, parameters, value = match.groups()
        if name == "BEGIN":
            if value not in COMPONENTS:
                yield f"a component {value}"
            stack.append(value)
            seen.append(Counter())
            if len(stack) == 2:
                order.append(value)
            continue
        if name == "END":
            if not stack or stack[-1] != value:
                return (yield f"END:{value} within {stack}")
            yield from complete(stack.pop(), seen.pop())
            continue
        if not stack or name not in PROPERTIES.get(stack[-1], ()):
            yield f"{name} within {stack}"
            continue
        if len(stack) == 1 and order and order[-1] != "VCALENDAR":
            yield f"{name} behind a component"
        seen[-1][name] += 1
        if name in TOLD_WITH_LANGUAGE and ";LANGUAGE=" not in parameters:
            yield f"{name} does not tell its language"
    if stack:
        yield f"{stack} is not closed"
    if order != sorted(order, key=["VTIMEZONE", "VEVENT"].index):
        yield "a VTIMEZONE stands behind a VEVENT"


def complete(component, seen):
    wanted = {
        "VCALENDAR": {"VERSION", "PRODID", "UID", "LAST-MODIFIED"}, "VTIMEZONE": {"TZID"},
        "VEVENT": {"UID", "DTSTAMP", "DTSTART", "DTEND"},
    }.get(component, {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"})
    for name in sorted(wanted - set(seen)):
        yield f"{component} without {name}"
    for name, count in seen.items():
        if count > 1 and (name not in REPEATED or component == "VEVENT" and name == "DESCRIPTION"):
            yield f"{component} with {count} times {name}"


def as_read(octets):
    """Faults of what python-icalendar makes of it."""
    calendar = icalendar.Calendar.from_ical(octets)
    for component in calendar.walk():
        for fault in component.errors:
            yield f"icalendar: {component.name}: {fault}"
    zones = {str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")}
    used, masters, days, kinds = set(), Counter(), Counter(), {}
    for event in calendar.walk("VEVENT"):
        uid = str(event["UID"])
        for name in ("DTSTART", "DTEND", "EXDATE", "RECURRENCE-ID"):
            if name in event and "TZID" in event[name].params:
                used.add(event[name].params["TZID"])
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        if type(start) is not type(end):
            yield f"{uid}: DTSTART and DTEND are of two kinds"
        elif isinstance(start, datetime):
            if start.astimezone(timezone.utc) >= end.astimezone(timezone.utc):
                yield f"{uid}: DTEND is not after DTSTART"
        elif start >= end:
            yield f"{uid}: DTEND is not after DTSTART"
        if "RECURRENCE-ID" in event:
            days[uid, str(event["RECURRENCE-ID"].dt)] += 1
            if type(event["RECURRENCE-ID"].dt) is not kinds.get(uid):
                yield f"{uid}: RECURRENCE-ID is of another kind than DTSTART of the master, or comes before it"
        else:
            masters[uid] += 1
            kinds[uid] = type(start)
    for zone in sorted(used - zones):
        yield f"TZID {zone} has no VTIMEZONE"
    for zone in sorted(zones - used):
        yield f"the VTIMEZONE {zone} is not used"
    for key, count in (masters | days).items():
        if count > 1:
            yield f"{key} stands there {count} times"
    for uid, _ in days:
        if uid not in masters:
            yield f"{uid} has an exception and no master"


def main(*paths):
    faults = 0
    for path in paths:
        with open(path, "rb") as file:
            octets = file.read()
        for look in (physical_lines, components, as_read):
            for fault in look(octets):
                print(f"{path}: {fault}")
                faults += 1
    print(f"{len(paths)} calendars looked at, {faults} faults")
    return 1 if faults or not paths else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
