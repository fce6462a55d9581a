"""What frictionless says of Data Packages: usage: package.py [--verdicts] DESCRIPTOR …

With --verdicts a line is printed for each, `ok` or its first error; otherwise each error is printed, and is a failure.
"""
import sys

from frictionless import Package, system


def errors(path):
    report = Package(path).validate()
    found = [f"{error.title}: {error.message}" for error in report.errors]
    for task in report.tasks:
        found += [f"{error.title}: {task.name}: {error.message}" for error in task.errors]
    if not report.valid and not found:
        found.append("not valid")
    return [error.replace("\n", " ") for error in found]


def main(arguments):
    system.trusted = True
    is_verdict = arguments[0] == "--verdicts"
    count = 0
    for path in arguments[1 if is_verdict else 0:]:
        found = errors(path)
        count += len(found)
        print((found + ["ok"])[0] if is_verdict else "\n".join(found))
    return 1 if count and not is_verdict else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
