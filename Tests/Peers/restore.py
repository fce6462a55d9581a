"""Makes the exchange again out of its calendar: usage: restore.py CALENDAR …, or restore.py --list FILE
(writes CALENDAR.json beside each)

The law of the residue, read as a stranger would read it:
- `X-COS-RECORD;X-COS-TYPE=…:1.<base64url of JSON>` before the first component is a record whole. Those of events, which
  the calendar does not show, tell by X-COS-INDEX where they stand among the events.
- `X-COS-DATA:1.<base64url of JSON>` in a VEVENT is what its lines do not say of one slot, as an event with that slot
  alone; with the first slot that is shown comes what the lines do not say of the event itself. Later slots say by its id
  whose they are, or by an empty id that they are of the event before.
- `X-COS-RECORD;X-COS-TYPE=slot;X-COS-INDEX=…` in a VEVENT is a slot of that event which the calendar does not show, whole.
- A member of the residue counts more than the line that would say it. An empty `end` or `except` says that there is
  none, though the line shows something that calendars cannot do without.
- Of a text the line says one language: that which is empty in the residue, or else the first.
- A VEVENT with RECURRENCE-ID says nothing that the residue does not.

It uses nothing but Python's own library.
"""
import base64
import json
import re
import sys
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo


class Number(str):
    """A number as it is spelled."""


def load(text):
    return json.loads(text, parse_int=Number, parse_float=Number)


def dump(value):
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, dict):
        return "{" + ",".join(f"{dump(name)}:{dump(item)}" for name, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(dump, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


class Line:
    def __init__(self, text):
        head = re.match(r'(?:[^":]|"[^"]*")*', text).group()
        self.value = text[len(head) + 1:]
        self.name, *parameters = head.split(";")
        self.parameters = dict(parameter.split("=", 1) for parameter in parameters)

    def text(self):
        return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], self.value, flags=re.S)

    def json(self):
        version, payload = self.value.split(".")
        assert version == "1", self.value
        octets = base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))
        assert base64.urlsafe_b64encode(octets).decode().rstrip("=") == payload, "not the one spelling of base64url"
        value = load(octets)
        assert dump(value).encode() == octets, "not compact JSON"
        return value


def moment(text):
    """`20260529T100000` as the model writes it: `2026-05-29T10:00`."""
    day = f"{text[:4]}-{text[4:6]}-{text[6:8]}"
    if len(text) == 8:
        return day
    time = f"{day}T{text[9:11]}:{text[11:13]}"
    return time if text[13:15] == "00" else f"{time}:{text[13:15]}"


def put(record, name, value):
    if name not in record:
        record[name] = value


def put_text(record, name, line):
    """Puts the language that a line says into its place."""
    tag = line.parameters.get("LANGUAGE")
    others = record.get(name, {})
    if tag is None or not isinstance(others, dict) or others.get(tag, "") != "":
        return
    record[name] = others | {tag: line.text()} if tag in others else {tag: line.text()} | others


def fill_event(event, lines):
    """Takes from the lines what the residue does not say of the event itself."""
    for name, field in (("SUMMARY", "name"), ("DESCRIPTION", "description")):
        if name in lines:
            put_text(event, field, lines[name][0])
    if "URL" in lines:
        put(event, "url", lines["URL"][0].value)
    if "CONFERENCE" in lines:
        put(event, "online", [line.value for line in lines["CONFERENCE"]])
    if "SEQUENCE" in lines:
        put(event, "revision", Number(lines["SEQUENCE"][0].value))
    if "LAST-MODIFIED" in lines:
        text = lines["LAST-MODIFIED"][0].value
        put(event, "updated", f"{moment(text)[:16]}:{text[13:15]}Z")
    if "TZID" in lines["DTSTART"][0].parameters:
        put(event, "timeZone", lines["DTSTART"][0].parameters["TZID"])


def fill_slot(slot, lines):
    """Takes from the lines what the residue does not say of a slot."""
    start, end = lines["DTSTART"][0], lines["DTEND"][0]
    is_whole = start.parameters.get("VALUE") == "DATE"
    put(slot, "start", moment(start.value))
    if is_whole:
        put(slot, "end", (date.fromisoformat(moment(end.value)) - timedelta(days=1)).isoformat())
    else:
        put(slot, "end", moment(end.value))
    if "RRULE" in lines:
        rule, _, last = lines["RRULE"][0].value.rpartition(";")
        if last.startswith("UNTIL="):
            put(slot, "until", until(last[6:], start.parameters.get("TZID")))
        elif last.startswith("COUNT="):
            put(slot, "count", Number(last[6:]))
        else:
            rule = lines["RRULE"][0].value
        put(slot, "repeat", rule)
    if "EXDATE" in lines:
        put(slot, "except", [moment(day)[:10] for day in lines["EXDATE"][0].value.split(",")])
    for name in ("end", "except"):
        if slot.get(name) in ("", []):
            del slot[name]


def until(text, zone):
    if len(text) == 8:
        return moment(text)
    instant = datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=timezone.utc)
    local = instant.astimezone(ZoneInfo(zone)).strftime("%Y%m%dT%H%M%S")
    return moment(local[:8]) if local.endswith("T235959") else moment(local)


def restore(octets):
    header, records, events, hidden = {}, {}, [], {}
    known, inside, lines = {}, [], {}
    collections = {
        "city": "cities", "organisation": "organisations", "programme": "programmes", "edition": "editions",
        "place": "places", "artist": "artists", "route": "routes", "media": "media", "cooperation": "cooperations",
    }
    for text in octets.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")[:-1]:
        line = Line(text)
        if line.name == "BEGIN":
            inside.append(line.value)
            lines = {}
        elif line.name == "END":
            if inside.pop() == "VEVENT" and "RECURRENCE-ID" not in lines:
                add(lines, events, known)
        elif inside == ["VCALENDAR"] and line.name == "X-COS-RECORD":
            kind = line.parameters["X-COS-TYPE"]
            if kind == "exchange":
                header = line.json()
            elif kind == "event":
                hidden[int(line.parameters["X-COS-INDEX"])] = line.json()
            else:
                records.setdefault(collections[kind], []).append(line.json())
        else:
            lines.setdefault(line.name, []).append(line)
    for index in sorted(hidden):
        events.insert(index, hidden[index])
    for event in events:
        for index, slot in sorted(event.pop(None, {}).items()):
            event["slots"].insert(index, slot)
    return header | records | ({"events": events} if events else {})


def add(lines, events, known):
    """Adds what a VEVENT says to the event that it is of."""
    event = lines["X-COS-DATA"][0].json()
    (slot,) = event["slots"]
    fill_slot(slot, lines)
    if set(event) == {"id", "slots"} and (event["id"] == "" or event["id"] in known):
        master = known[event["id"]] if event["id"] else events[-1]
        master["slots"].append(slot)
        return
    fill_event(event, lines)
    event[None] = {int(line.parameters["X-COS-INDEX"]): line.json() for line in lines.get("X-COS-RECORD", [])}
    events.append(event)
    if isinstance(event.get("id"), str) and not isinstance(event["id"], Number):
        known[event["id"]] = event


if __name__ == "__main__":
    paths = sys.argv[1:]
    if paths[:1] == ["--list"]:
        with open(paths[1], encoding="utf-8") as file:
            paths = file.read().split("\n")
    for path in paths:
        with open(path, "rb") as file:
            restored = restore(file.read())
        with open(path + ".json", "w", encoding="utf-8") as file:
            file.write(dump(restored))
