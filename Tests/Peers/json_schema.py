"""What Python's jsonschema says of documents: usage: json_schema.py [--examples | --verdicts] SCHEMA DOCUMENT …

The schema is checked against the meta-schema first. With --examples its own examples are looked at too. With --verdicts
a line is printed for each document, `ok` or what is wrong with it; otherwise a document that is not valid is a failure.
"""
import json
import sys

from jsonschema import Draft202012Validator


def first_fault(validator, document):
    """Where and what the first fault is, or None."""
    for error in validator.iter_errors(document):
        return f"{error.json_path}: {error.message[:300]}"
    return None


def examples(schema):
    """Each example with the schema that it is an example of."""
    for example in schema["examples"]:
        yield "the schema", schema, example
    for name, definition in schema["$defs"].items():
        alone = {"$schema": schema["$schema"], "$defs": schema["$defs"], "$ref": f"#/$defs/{name}"}
        for example in definition["examples"]:
            yield name, alone, example


def main(arguments):
    option = arguments.pop(0) if arguments[0].startswith("--") else ""
    with open(arguments.pop(0), encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    faults = []
    if option == "--examples":
        for name, alone, example in examples(schema):
            fault = first_fault(Draft202012Validator(alone), example)
            if fault:
                faults.append(f"the example of {name}: {fault}")
    for path in arguments:
        with open(path, encoding="utf-8") as file:
            fault = first_fault(validator, json.load(file))
        if option == "--verdicts":
            print((fault or "ok").replace("\n", " "))
        elif fault:
            faults.append(f"{path}: {fault}")
    print("\n".join(faults), end="")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
