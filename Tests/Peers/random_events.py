"""Prints an exchange of events as chance has them: usage: random_events.py SEED COUNT

All forms of rules that the profile knows, in zones that change their clocks differently. Starts, exceptions and overrides
are days that the rule gives, as the model wants it.
"""
import json
import random
import sys
from datetime import date, datetime, timedelta

from dateutil.rrule import rrulestr

import model

ZONES = [
    "Europe/Rome", "Africa/Cairo", "Africa/Dakar", "Asia/Shanghai", "America/New_York", "Africa/Casablanca",
    "Europe/Dublin",
]
WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
STATUSES = ["scheduled", "scheduled", "scheduled", "cancelled", "postponed", "rescheduled", "moved-online"]
LENGTHS = [15, 30, 60, 90, 180, 480, 720, 1439, 1440, 2000, 4000]


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def once(self, times):
        return self.random.randrange(times) == 0

    def some(self, items, most):
        return self.random.sample(items, self.random.randint(1, most))

    def rule(self):
        frequency = self.random.choice(["DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY"])
        parts = [f"FREQ={frequency}"]
        if self.once(3):
            parts.append(f"INTERVAL={self.random.randint(1, 4)}")
        has_days = {"DAILY": 4, "WEEKLY": 1, "MONTHLY": 2, "YEARLY": 3}[frequency]
        days = self.once(has_days)
        if days:
            names = self.some(WEEKDAYS, 3)
            if frequency in ("MONTHLY", "YEARLY") and not self.once(3):
                names = [f"{self.random.choice([1, 2, 3, 4, 5, -1, -2])}{name}" for name in names]
            parts.append("BYDAY=" + ",".join(names))
        month_days = frequency != "WEEKLY" and self.once(4)
        if month_days:
            numbers = self.some(list(range(1, 32)) + [-1, -2, -7], 12 if days else 3)
            parts.append("BYMONTHDAY=" + ",".join(map(str, numbers)))
        months = self.once(2 if frequency == "YEARLY" else 6)
        if months:
            parts.append("BYMONTH=" + ",".join(map(str, self.some(list(range(1, 13)), 4))))
        if (days or month_days) and frequency != "DAILY" and self.once(4):
            parts.append("BYSETPOS=" + ",".join(map(str, self.some([1, 2, -1, -2, 3], 2))))
        if self.once(5):
            parts.append("WKST=" + self.random.choice(WEEKDAYS))
        if self.once(3):
            first, *rest = parts
            self.random.shuffle(rest)
            parts = [first, *rest]
        return ";".join(parts)

    def day(self):
        # Every third day lies close to a clock change.
        if self.once(3):
            month, day = self.random.choice([(3, 29), (4, 24), (4, 26), (10, 25), (10, 30), (11, 1), (3, 8), (2, 15)])
            near = date(self.random.randint(2019, 2026), month, day)
            return near + timedelta(days=self.random.randint(-6, 6))
        return date(2019, 1, 1) + timedelta(days=self.random.randrange(365 * 8))

    def start(self, rule):
        """A start that the rule gives, or None if it gives none soon."""
        whole = self.once(5)
        day = self.day()
        if rule:
            first = next(iter(rrulestr(rule, dtstart=datetime.combine(day, datetime.min.time()), cache=False)), None)
            if first is None or first.year > 2027:
                return None
            day = first.date()
            again = next(iter(rrulestr(rule, dtstart=datetime.combine(day, datetime.min.time()))), None)
            if again is None or again.date() != day:
                return None
        if whole:
            return day
        minutes = self.random.choice([0, 5, 15, 30, 45, 59])
        return datetime(day.year, day.month, day.day, self.random.randrange(24), minutes)

    def end(self, start):
        if not isinstance(start, datetime):
            return start + timedelta(days=self.random.choice([0, 0, 1, 2, 9]))
        return start + timedelta(minutes=self.random.choice(LENGTHS))

    def slot(self, index, zone):
        rule = None if self.once(4) else self.rule()
        start = self.start(rule)
        if start is None:
            return None
        slot = {"id": f"s{index}", "start": spell(start), "end": spell(self.end(start))}
        event = {"timeZone": zone}
        if rule:
            slot["repeat"] = rule
            self.finish(slot, start)
            days = model.slot_days(slot)[:400]
            if days and self.once(2):
                slot["except"] = sorted({self.random.choice(days).isoformat() for _ in range(self.random.randint(1, 4))})
        days = [on for on in model.slot_days(slot)[:400] if on.isoformat() not in slot.get("except", [])]
        if days and self.once(2):
            chosen = sorted({self.random.choice(days) for _ in range(self.random.randint(1, 4))})
            slot["overrides"] = [self.override(on, start) for on in chosen]
        return slot

    def finish(self, slot, start):
        """Gives the rule an end, as it may."""
        how = self.random.randrange(5)
        if how == 0:
            slot["count"] = self.random.choice([1, 2, 3, 10, 50])
        elif how < 4:
            last = self.random.choice(model.slot_days(slot)[:300])
            if how == 1:
                last += timedelta(days=self.random.choice([0, 0, 1, 5]))
                slot["until"] = last.isoformat()
            elif isinstance(start, datetime):
                offset = timedelta(minutes=self.random.choice([0, 0, -1, 1, 600]))
                slot["until"] = spell(max(start, datetime.combine(last, start.time()) + offset))
            else:
                slot["until"] = last.isoformat()

    def override(self, on, start):
        override = {"on": on.isoformat()}
        if self.once(2):
            override["status"] = self.random.choice(STATUSES)
        if self.once(3):
            override["places"] = self.random.choice([["c"], ["b", "a"], ["nowhere"]])
        if self.once(8):
            # A day among times, or a time among days.
            moved = on if isinstance(start, datetime) else datetime(on.year, on.month, on.day, 18, 30)
            override["start"] = spell(moved)
            if self.once(2):
                override["end"] = spell(self.end(moved))
        elif isinstance(start, datetime):
            usual = datetime.combine(on, start.time())
            moved = usual
            if self.once(2):
                moved = usual + timedelta(minutes=self.random.choice([-90, 60, 600, 1440, -2880, 10080]))
                override["start"] = spell(moved)
            if self.once(2):
                override["end"] = spell(self.end(moved))
        elif self.once(2):
            moved = on + timedelta(days=self.random.choice([-1, 1, 3]))
            override["start"] = spell(moved)
            override["end"] = spell(self.end(moved))
        if self.once(3):
            override["note"] = {"it": "Solo oggi; domani, no", "ar": "اليوم فقط"}
        return override

    def event(self, index):
        zone = self.random.choice(ZONES)
        slots = [slot for slot in (self.slot(number, zone) for number in range(self.random.randint(1, 2))) if slot]
        name = {"it": f"Evento {index}, con virgola; e \\", "ar": f"فعالية {index}", "fr-CA": f"Activité {index}"}
        tags = self.random.sample(list(name), self.random.randint(1, 3))
        return {
            "id": f"e{index}", "name": {tag: name[tag] for tag in tags}, "kind": "opening",
            "status": self.random.choice(STATUSES), "places": self.random.choice([[], ["a"], ["b"], ["a", "c"], ["d"]]),
            "timeZone": zone, "slots": slots,
        }


def spell(moment):
    if not isinstance(moment, datetime):
        return moment.isoformat()
    return moment.isoformat(timespec="minutes" if moment.second == 0 else "seconds")


def exchange(seed, count):
    generator = Generator(seed)
    text = lambda it, ar: {"it": it, "ar": ar}
    return {
        "format": "cos-exchange", "schemaVersion": "1.0", "id": f"random-{seed}", "name": {"it": "A caso"},
        "baseURI": "https://data.studi-aperti.example/id/", "generated": "2026-05-04T09:00:00Z",
        "languages": ["it", "ar", "fr-CA"], "publisher": "nessuno",
        "cities": [{"id": "carrara", "name": text("Carrara", "كرارا"), "country": "IT", "timeZone": "Europe/Rome"}],
        "places": [
            {"id": "a", "name": text("Laboratorio, uno", "ورشة"), "kind": "studio", "city": "carrara", "postcode": "54033",
             "street": text("Via Inesistente 1", "شارع ١"), "precision": "exact", "access": "open"},
            {"id": "b", "name": {"fr": "Atelier"}, "kind": "studio", "city": "carrara", "precision": "street",
             "street": {"fr": "Rue\nfictive"}, "access": "open"},
            {"id": "c", "name": text("Studio; in centro", "مرسم"), "kind": "studio", "city": "carrara",
             "precision": "district", "street": text("Via Segreta 2", "شارع سري"), "access": "open"},
            {"id": "d", "name": {"it": "Altrove"}, "kind": "studio", "city": "nowhere", "precision": "withheld",
             "postcode": "54033", "access": "open"},
        ],
        "events": [generator.event(index) for index in range(count)],
    }


if __name__ == "__main__":
    json.dump(exchange(int(sys.argv[1]), int(sys.argv[2])), sys.stdout, ensure_ascii=False, indent=1)
