"""Reads calendars with python-icalendar and writes them again: usage: rewrite.py CALENDAR …
(writes CALENDAR.again beside each)
"""
import sys

from icalendar import Calendar

for path in sys.argv[1:]:
    with open(path, "rb") as file:
        calendar = Calendar.from_ical(file.read())
    with open(path + ".again", "wb") as file:
        file.write(calendar.to_ical())
