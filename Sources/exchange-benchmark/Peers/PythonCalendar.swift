/// What somebody would write in Python with `icalendar`, and with `json` or `csv`, for the same end: the lines that
/// iCalendar has for an event, and no residue.
///
/// It leaves out what only helps it: time zones, records that are no events, and every check.
enum PythonCalendar {
    /// Reads JSON.
    static let ofJSON = calendar + json
    /// Reads stacked tables.
    static let ofTable = calendar + table

    private static let calendar = #"""
        import csv
        import json
        import sys
        from datetime import date, datetime, timedelta, timezone
        from zoneinfo import ZoneInfo

        from icalendar import Calendar, Event, vGeo, vRecur, vText, vUri


        def best(text):
            """The Italian version of a text, or else its first."""
            language = "it" if "it" in text else next(iter(text))
            return text[language], {"LANGUAGE": language}


        def moment(text, zone):
            return datetime.fromisoformat(text).replace(tzinfo=zone) if "T" in text else date.fromisoformat(text)


        def end_of(start, text, zone):
            end = moment(text, zone)
            return end if isinstance(end, datetime) else end + timedelta(days=1)


        def on(day, start):
            day = date.fromisoformat(day)
            return datetime.combine(day, start.timetz()) if isinstance(start, datetime) else day


        def instant(text):
            return datetime.fromisoformat(text.replace("Z", "+00:00"))


        def place_of(place, cities):
            """The address of a place, and its point where that may be told."""
            name, parameters = best(place["name"])
            told = place["precision"] in ("exact", "street")
            parts = [name]
            if told and "street" in place:
                parts.append(best(place["street"])[0])
            city = cities[place["city"]]
            if told and "postcode" in place:
                city = place["postcode"] + " " + city
            parts.append(city)
            point = (place["latitude"], place["longitude"]) if told and "latitude" in place else None
            return ", ".join(parts), parameters, point


        def body(event, source, status, places):
            event.add("summary", *as_added(source["name"]))
            known = [places[name] for name in source.get("places", ())]
            if known:
                event.add("location", "; ".join(address for address, _, _ in known), parameters=known[0][1])
                point = next((point for _, _, point in known if point), None)
                if point:
                    event.add("geo", point)
            words = {"cancelled": "CANCELLED", "postponed": "TENTATIVE"}
            event.add("status", words.get(status, "CONFIRMED"))
            event.add("transp", "TRANSPARENT")
            if source.get("description"):
                event.add("description", *as_added(source["description"]))
            event.add("categories", [source["kind"], *source.get("disciplines", ())])
            for uri in source.get("online", ()):
                event.add("conference", vUri(uri), parameters={"VALUE": "URI"})
            if "revision" in source:
                event.add("sequence", source["revision"])
            if "url" in source:
                event.add("url", source["url"])
            if "updated" in source:
                event.add("last-modified", instant(source["updated"]))


        def as_added(text):
            value, parameters = best(text)
            return value, parameters


        def begin(source, slot, host, stamp):
            event = Event()
            event.add("uid", f"{source['id']}~{slot['id']}~id@{host}")
            event.add("dtstamp", instant(source["updated"]) if "updated" in source else stamp)
            return event


        def events_of(source, places, host, stamp):
            zone = ZoneInfo(source["timeZone"]) if "timeZone" in source else None
            for slot in source.get("slots", ()):
                start = moment(slot["start"], zone)
                end = end_of(start, slot["end"], zone)
                event = begin(source, slot, host, stamp)
                event.add("dtstart", start)
                event.add("dtend", end)
                if "repeat" in slot:
                    rule = vRecur.from_ical(slot["repeat"])
                    if "count" in slot:
                        rule["COUNT"] = [slot["count"]]
                    elif "until" in slot:
                        last = date.fromisoformat(slot["until"])
                        if isinstance(start, datetime):
                            last = datetime(last.year, last.month, last.day, 23, 59, 59, tzinfo=zone)
                            last = last.astimezone(timezone.utc)
                        rule["UNTIL"] = [last]
                    event.add("rrule", rule)
                    if "except" in slot:
                        event.add("exdate", [on(day, start) for day in slot["except"]])
                body(event, source, source["status"], places)
                yield event
                for override in slot.get("overrides", ()):
                    usual = on(override["on"], start)
                    event = begin(source, slot, host, stamp)
                    event.add("recurrence-id", usual)
                    first = moment(override["start"], zone) if "start" in override else usual
                    event.add("dtstart", first)
                    event.add("dtend", moment(override["end"], zone) if "end" in override else first + (end - start))
                    body(event, source, override.get("status", source["status"]), places)
                    if override.get("note"):
                        event.add("comment", *as_added(override["note"]))
                    yield event


        def write(exchange):
            cities = {city["id"]: best(city["name"])[0] for city in exchange.get("cities", ())}
            places = {place["id"]: place_of(place, cities) for place in exchange.get("places", ())}
            host = exchange["baseURI"].split("/")[2]
            stamp = instant(exchange["generated"])
            calendar = Calendar()
            calendar.add("version", "2.0")
            calendar.add("prodid", "-//peer//peer//EN")
            calendar.add("name", *as_added(exchange["name"]))
            for source in exchange.get("events", ()):
                for event in events_of(source, places, host, stamp):
                    calendar.add_component(event)
            sys.stdout.buffer.write(calendar.to_ical())

        """#

    private static let json = #"""

        with open(sys.argv[1], encoding="utf-8") as file:
            write(json.load(file))

        """#

    private static let table = #"""

        LISTS = {"places", "disciplines", "online", "except"}
        NUMBERS = {"count": int, "revision": int, "latitude": float, "longitude": float}


        def records_of(file):
            """The rows, without their empty cells: versions of a text by their language, lists cut at blanks."""
            rows = csv.reader(file)
            columns = [name.partition("@")[::2] for name in next(rows)]
            for row in rows:
                record = {}
                for (name, language), cell in zip(columns, row):
                    if not cell:
                        continue
                    if language:
                        record.setdefault(name, {})[language] = cell
                    elif name in LISTS:
                        record[name] = cell.split(" ")
                    elif name in NUMBERS:
                        record[name] = NUMBERS[name](cell)
                    else:
                        record[name] = cell
                yield record


        def exchange_of(file):
            exchange = {}
            tables = {"city": [], "place": [], "event": []}
            parents = {}
            for record in records_of(file):
                kind = record["record"]
                if kind == "exchange":
                    exchange = record
                elif kind in tables:
                    tables[kind].append(record)
                    if kind == "event":
                        parents[record["id"]] = record
                elif kind == "slot":
                    parents[record["parent"]].setdefault("slots", []).append(record)
                    parents[record["parent"] + "/" + record["id"]] = record
                elif kind == "override":
                    parents[record["parent"]].setdefault("overrides", []).append(record)
            return exchange | {"cities": tables["city"], "places": tables["place"], "events": tables["event"]}


        with open(sys.argv[1], encoding="utf-8", newline="") as file:
            write(exchange_of(file))

        """#
}
