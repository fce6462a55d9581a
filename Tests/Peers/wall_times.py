"""When every slot takes place on the wall, as model.py has it from the JSON: usage: wall_times.py JSON

A line for each occurrence: event, slot, start, exclusive end, with tabulators between them.
"""
import json
import sys
from datetime import datetime

import model


def spelled(moment):
    if not isinstance(moment, datetime):
        return moment.isoformat()
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")


def main(path):
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    for event in document.get("events", []):
        for slot in event.get("slots", []):
            for start, end, _, _ in model.slot_occurrences(event, slot):
                print(event["id"], slot["id"], spelled(start), spelled(end), sep="\t")


if __name__ == "__main__":
    main(*sys.argv[1:])
