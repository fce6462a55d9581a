"""What frictionless says of a Data Package: usage: package.py DESCRIPTOR

Prints each error on a line, and fails if there is one.
"""
import sys

from frictionless import Package, system


def main(path):
    system.trusted = True
    report = Package(path).validate()
    errors = report.flatten(["title", "fieldName", "rowNumber", "message"])
    for title, field, row, message in errors:
        print(f"{title}: {field or ''} {row or ''}: {message}")
    return 0 if report.valid else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
