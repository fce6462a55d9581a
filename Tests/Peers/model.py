"""What happens when, as the exchange model says it: computed from the JSON alone, and never from a calendar of ours.

The rules, in the words of the model:
- A slot without `repeat` happens once. One with it happens on the days that the rule gives from the day of `start` on,
  up to `until` (a day is included, a local time too) or `count` times, without the days in `except`.
- It begins on each of them at the wall time of `start`, and lasts as long on the wall clock as from `start` to `end`:
  who closes at six closes at six in the night of the clock change too. A wall time in a gap is read by the offset
  before the gap, one in an overlap is the first of the two (RFC 5545 section 3.3.5, and PEP 495 with fold=0).
- A day's `end` is included. Without an end that is after the start, as instants, a calendar shows one minute or one day.
- An override of a day that is an occurrence replaces its times, places and status; of any other day it says nothing. An
  `end` that is left out lies as far behind the start as usual.
- A title is that of the calendar's language by RFC 4647 lookup, then that of the exchange's first language, then the
  first there is.
- A location is the places that can be addressed, between "; ". An address is the place's name, and, only where
  `precision` is exact or street, ", " and its street, ", " and its postcode; then the city's name, behind a blank
  if there is a postcode and ", " otherwise. Each in the language that a title would be in.
- Status: cancelled is CANCELLED, postponed is TENTATIVE, any other is CONFIRMED.
"""
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

FIRST, LAST = date(2019, 1, 1), date(2027, 12, 31)
# Zones and overrides bring a later day into the last year.
HORIZON = LAST + timedelta(days=31)
STATUSES = {"cancelled": "CANCELLED", "postponed": "TENTATIVE"}


def lookup(tag):
    """The tag, and what is left of it when its subtags are taken off (RFC 4647 section 3.4)."""
    subtags = tag.split("-")
    while subtags:
        yield "-".join(subtags).lower()
        subtags.pop()
        if subtags and len(subtags[-1]) == 1:
            subtags.pop()


def best(text, languages):
    """The version of a text for the best of the languages, else its first; None if there is none."""
    if not text:
        return None
    for language in languages:
        for candidate in lookup(language):
            for tag, version in text.items():
                if tag.lower() == candidate:
                    return version
    return next(iter(text.values()))


def moment(text):
    """A day, or a local time."""
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)


def day(moment):
    return moment.date() if isinstance(moment, datetime) else moment


def ends(start, end, zone):
    """The exclusive end that a calendar shows."""
    if not isinstance(start, datetime):
        usable = end is not None and not isinstance(end, datetime) and end >= start
        return (end if usable else start) + timedelta(days=1)
    usable = isinstance(end, datetime) and instant(end, zone) > instant(start, zone)
    return end if usable else start + timedelta(minutes=1)


def instant(moment, zone):
    """A wall time as an instant; a day as it is."""
    if not isinstance(moment, datetime):
        return moment
    return moment.replace(tzinfo=zone, fold=0).astimezone(timezone.utc)


class Exchange:
    def __init__(self, document, language=None):
        self.document = document
        self.languages = [language] if language else []
        self.languages.append(document["languages"][0])
        self.cities = {city["id"]: city for city in document.get("cities", [])}
        self.places = {place["id"]: place for place in document.get("places", [])}

    def address(self, place):
        is_told = place.get("precision") in ("exact", "street")
        address = best(place.get("name"), self.languages) or ""

        def add(separator, part):
            nonlocal address
            if part:
                address += (separator if address else "") + part

        separator = ", "
        if is_told:
            add(", ", best(place.get("street"), self.languages))
            add(", ", place.get("postcode"))
            separator = " " if place.get("postcode") else ", "
        add(separator, best(self.cities.get(place.get("city"), {}).get("name"), self.languages))
        return address

    def location(self, places):
        addresses = [self.address(self.places[place]) for place in places if place in self.places]
        return "; ".join(address for address in addresses if address) or None

    def occurrences(self):
        """(start, exclusive end, title, location, status) of all that begins between FIRST and LAST.

        Times are instants, days are dates.
        """
        for event in self.document.get("events", []):
            for slot in event.get("slots", []):
                for start, end, zone, override in slot_occurrences(event, slot):
                    override = override or {}
                    places = override.get("places") or event.get("places", [])
                    status = override.get("status") or event.get("status")
                    first = instant(start, zone)
                    if not FIRST <= day(first) <= LAST:
                        continue
                    yield (
                        first, instant(end, zone), best(event.get("name"), self.languages),
                        self.location(places), status and STATUSES.get(status, "CONFIRMED"),
                    )


def slot_days(slot, until=HORIZON):
    """The days on which a slot begins, with those that are excepted or overridden."""
    start = moment(slot["start"])
    if not slot.get("repeat"):
        return [day(start)]
    end = moment(slot["until"]) if "until" in slot else None
    if end is None:
        end = datetime.combine(until, time.max)
    elif not isinstance(end, datetime):
        end = datetime.combine(end, time.max)
    elif not isinstance(start, datetime):
        end = datetime.combine(end.date(), time.max)
    naive = start if isinstance(start, datetime) else datetime.combine(start, time.min)
    days = []
    for index, occurrence in enumerate(rrulestr(slot["repeat"], dtstart=naive)):
        if occurrence > end or index >= slot.get("count", index + 1) or occurrence.date() > until:
            break
        days.append(occurrence.date())
    return days


def slot_occurrences(event, slot):
    """(start, exclusive end, zone, override) of each occurrence of a slot, in wall time."""
    zone = ZoneInfo(event["timeZone"]) if "timeZone" in event else None
    start = moment(slot["start"])
    end = ends(start, moment(slot["end"]) if "end" in slot else None, zone)
    excepted = set(slot.get("except", [])) if slot.get("repeat") else set()
    overrides = {}
    for override in slot.get("overrides", []):
        overrides.setdefault(override["on"], override)
    for on in slot_days(slot):
        if on.isoformat() in excepted:
            continue
        is_timed = isinstance(start, datetime)
        usual = datetime.combine(on, start.time()) if is_timed else on
        override = overrides.get(on.isoformat())
        if override is None:
            yield usual, usual + (end - start), zone, None
            continue
        moved = moment(override["start"]) if "start" in override else usual
        if "end" in override:
            yield moved, ends(moved, moment(override["end"]), zone), zone, override
        elif isinstance(moved, datetime) == is_timed:
            yield moved, moved + (end - start), zone, override
        else:
            yield moved, ends(moved, None, zone), zone, override
