#!/usr/bin/env python3
"""dialects.py: the dialects that are compiled in hold to the schema that editors use. 77 where there is no jsonschema."""

import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    sys.exit(77)

folder = pathlib.Path(__file__).resolve().parent.parent / "resources/dialects"
schema = json.loads((folder / "schema.json").read_text())
jsonschema.Draft202012Validator.check_schema(schema)
failures = 0
for path in sorted(folder.glob("*.json")):
    if path.name == "schema.json":
        continue
    for error in jsonschema.Draft202012Validator(schema).iter_errors(json.loads(path.read_text())):
        print(f"FAIL: {path.name}: {error.json_path}: {error.message[:200]}")
        failures += 1
sys.exit(min(failures, 1))
