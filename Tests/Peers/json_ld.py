"""Whether PyLD understands documents of JSON-LD: usage: json_ld.py DOCUMENT …

Each is expanded without the network. Every node of the graph must be left, every term must have become one of
schema.org, and every reference an absolute address.
"""
import json
import sys

from pyld import jsonld

SCHEMA = "https://schema.org/"


def refuse(url, options):
    raise ValueError(f"the document asks for {url}")


def walk(value, faults):
    if isinstance(value, list):
        for item in value:
            walk(item, faults)
    if not isinstance(value, dict):
        return
    for name, inner in value.items():
        if not name.startswith("@") and not name.startswith(SCHEMA):
            faults.append(f"{name} is no term")
        if name == "@id" and ":" not in inner:
            faults.append(f"{inner} is no address")
        if name == "@type":
            faults += [f"{term} is no type" for term in inner if not term.startswith(SCHEMA)]
        walk(inner, faults)



def main(paths):
    faults = []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            document = json.load(file)
        nodes = jsonld.expand(document, {"documentLoader": refuse})
        if len(nodes) != len(document["@graph"]):
            faults.append(f"{path}: {len(nodes)} of {len(document['@graph'])} nodes are left")
        walk(nodes, faults)
        names = {name for node in document["@graph"] for name in node if not name.startswith("@")}
        left = {name[len(SCHEMA):] for node in nodes for name in node if name.startswith(SCHEMA)}
        faults += [f"{path}: {name} is lost" for name in sorted(names - left)]
    print("\n".join(faults), end="")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
