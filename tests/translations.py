#!/usr/bin/env python3
"""translations.py [LUPDATE]: each language is complete and says what the sources say.

Each text is translated, with all its plural forms, the same placeholders, and the same dots and spaces at its ends.
With lupdate, also: no text of the sources is missing, none stands there that the sources have no more.
"""

import collections
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

root = pathlib.Path(__file__).resolve().parent.parent
folder = root / "resources/translations"
FORMS = {"en": 2, "de": 2, "fr": 2, "es": 2, "ar": 6, "zh_CN": 1}
PLACES = re.compile(r"%(?:L?\d+|L?n)")
failures = 0


def fail(path, source, what):
    global failures
    failures += 1
    print(f"FAIL: {path.name}: {what}: {source!r}")


def messages(path):
    for context in tree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield (context.findtext("name"), message.findtext("source"), message.findtext("comment") or ""), message


def check(path, language, source, message):
    translation = message.find("translation")
    if translation.get("type"):
        return fail(path, source, translation.get("type"))
    forms = [translation.text or ""]
    if message.get("numerus") == "yes":
        forms = [form.text or "" for form in translation.iter("numerusform")]
        if len(forms) != FORMS[language]:
            fail(path, source, f"{len(forms)} plural forms where {language} has {FORMS[language]}")
    wanted = collections.Counter(PLACES.findall(source))
    for form in forms:
        found = collections.Counter(PLACES.findall(form))
        # tr() puts in %n, and may leave it out: "one job", the dual; a %1 that arg() does not find is a warning at run time
        spare = {"%n", "%Ln"} if len(forms) > 1 else set()
        if not form.strip():
            fail(path, source, "nothing is said")
        elif found - wanted or set(wanted - found) - spare:
            fail(path, source, f"placeholders differ in {form!r}")
        elif source[0].isspace() != form[0].isspace() or source[-1].isspace() != form[-1].isspace():
            fail(path, source, f"spaces at the ends differ in {form!r}")
        elif source.endswith("…") != form.endswith("…"):
            fail(path, source, f"dots differ in {form!r}")
        elif source.count("&") != form.count("&") and "&" in source:
            fail(path, source, f"mnemonics differ in {form!r}")
        elif source.count("\n") != form.count("\n"):
            fail(path, source, f"line ends differ in {form!r}")


def of_sources(lupdate):
    with tempfile.TemporaryDirectory() as room:
        out = pathlib.Path(room) / "all.ts"
        subprocess.run([lupdate, "-silent", "-I", ".", "-locations", "none", "ui", "app/desktop", "-ts", out],
                       cwd=root, check=True)
        return {key: message.get("numerus") for key, message in messages(out)}


wanted = of_sources(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1] else None
for language in FORMS:
    path = folder / f"afoot_{language}.ts"
    kept = {}
    for key, message in messages(path):
        kept[key] = message.get("numerus")
        check(path, language, key[1], message)
    if wanted is None:
        continue
    expected = {key: numerus for key, numerus in wanted.items() if numerus or language != "en"}
    for key in expected.keys() - kept.keys():
        fail(path, key[1], f"missing in {key[0]}; run ./dev translations, and translate it")
    for key in kept.keys() - expected.keys():
        fail(path, key[1], f"not in the sources any more, in {key[0]}; run ./dev translations")
sys.exit(min(failures, 1))
