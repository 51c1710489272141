"""Builds data/events.json and data/words/events.toml from scripts/events.toml: lemmas into all their forms.

    python scripts/build_events.py

data/events.json        trigger form -> [[fine type, part of speech, lemma], …]; types; guards; objects
data/words/events.toml  the same forms as word classes for the rules, and the verbs that clauses are read by
"""

from __future__ import annotations

import json
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rates.register import register

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "scripts" / "events.toml"
DATA = ROOT / "src" / "nkclaims" / "data"

IRREGULAR = {
    entry.split()[0]: (entry.split()[1], entry.split()[2])
    for entry in """
beat beat beaten|become became become|begin began begun|bear bore borne|beset beset beset|bid bid bid
bleed bled bled|blow blew blown|break broke broken|bring brought brought|build built built
burn burned burned|buy bought bought|cast cast cast|catch caught caught|come came come|cost cost cost
cut cut cut|deal dealt dealt|do did done|draw drew drawn|drive drove driven|fall fell fallen
feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|float floated floated
fly flew flown|forecast forecast forecast|forgo forwent forgone|freeze froze frozen|get got gotten
give gave given|go went gone|grow grew grown|hear heard heard|hit hit hit|hold held held|hurt hurt hurt
keep kept kept|know knew known|lay laid laid|lead led led|leave left left|lend lent lent|let let let
lie lay lain|lose lost lost|make made made|mean meant meant|meet met met|offset offset offset
outbid outbid outbid|overcome overcame overcome|overpay overpaid overpaid|overthrow overthrew overthrown
pay paid paid|put put put|quit quit quit|read read read|rebuild rebuilt rebuilt|repay repaid repaid
ride rode ridden|rise rose risen|run ran run|say said said|see saw seen|seek sought sought
sell sold sold|send sent sent|set set set|shed shed shed|shoot shot shot|show showed shown
shrink shrank shrunk|shut shut shut|sink sank sunk|sit sat sat|slide slid slid|slit slit slit
speak spoke spoken|spend spent spent|spin spun spun|split split split|spread spread spread
stand stood stood|steal stole stolen|stick stuck stuck|strike struck struck|swear swore sworn
swing swung swung|swell swelled swollen|take took taken|tell told told|think thought thought
throw threw thrown|undergo underwent undergone|underpay underpaid underpaid
understand understood understood|undertake undertook undertaken|wear wore worn|win won won
withdraw withdrew withdrawn|withhold withheld withheld|write wrote written|forget forgot forgotten
arise arose arisen|choose chose chosen|lie lay lain|forgive forgave forgiven|sweep swept swept
rend rent rent|broadcast broadcast broadcast|outgrow outgrew outgrown|shake shook shaken|eat ate eaten
drink drank drunk|sleep slept slept|sing sang sung|teach taught taught|dig dug dug|hide hid hidden
hang hung hung|bend bent bent|tie tied tied|freeze froze frozen|blow blew blown|sow sowed sown
dive dived dived|swim swam swum
""".replace("\n", "|").split("|")
    if entry.strip()
}
DOUBLED = frozenset(
    "ban bar rob rebel plan stop drop step trim slip skip tip fit admit permit commit submit prefer refer"
    " occur incur transfer defer confer control compel expel propel repel cancel shed shut hit cut let put"
    " set quit split bid spin run win sit get begin forget offset regret equip stab jam dig plug rig ship"
    " grab nab scrap swap stem pin ram mug kidnap traffic run up level beg annul drag wed hem".split()
) - {"up", "cancel", "level", "traffic"}  # fmt: skip
BRITISH = (
    "cancel",
    "travel",
    "model",
    "label",
    "signal",
    "level",
    "fuel",
    "total",
    "rival",
    "marshal",
    "shovel",
)
VOWELS = "aeiou"


def past(verb: str) -> set[str]:
    """Past tense and past participle."""
    if verb in IRREGULAR:
        return set(IRREGULAR[verb])
    if verb.startswith("re-") and verb[3:] in IRREGULAR:
        return {f"re-{form}" for form in IRREGULAR[verb[3:]]}
    if verb.endswith("e"):
        return {verb + "d"}
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return {verb[:-1] + "ied"}
    if verb.endswith("c"):
        return {verb + "ked"}
    out = {verb + verb[-1] + "ed" if verb in DOUBLED else verb + "ed"}
    return out | ({verb + "led"} if verb in BRITISH else set())


def gerund(verb: str) -> set[str]:
    """The -ing form."""
    if verb.endswith("ie"):
        return {verb[:-2] + "ying"}
    if verb.endswith("ee"):
        return {verb + "ing"}
    if verb.endswith("e"):
        return {verb[:-1] + "ing"}
    if verb.endswith("c"):
        return {verb + "king"}
    out = {verb + verb[-1] + "ing" if verb in DOUBLED else verb + "ing"}
    return out | ({verb + "ling"} if verb in BRITISH else set())


def plural(word: str) -> str:
    """The plural of a noun, and the third person of a verb alike."""
    if word.endswith("y") and word[-2] not in VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh", "go", "o")) and word != "coup" else "s")


def verb_forms(lemma: str) -> dict[str, str]:
    """Form -> part of speech: v (base, third person), p (past), g (-ing); the first word inflects."""
    verb, *rest = lemma.split("_")
    tail = "".join(f" {word}" for word in rest)
    out = {form + tail: "g" for form in gerund(verb)}
    out |= {verb + tail: "v", plural(verb) + tail: "v"}
    return {form + tail: "p" for form in past(verb)} | out


def noun_forms(lemma: str) -> dict[str, str]:
    """Singular and plural; the last word inflects. A lemma ending in = stays singular."""
    phrase = lemma.replace("_", " ").removesuffix("=")
    whole = lemma.endswith("=") or phrase.endswith(
        ("talks", "fighting", "unrest", "hostilities", "gunfire", "detente")
    )
    forms = {phrase} if whole else {phrase, plural(phrase)}
    return dict.fromkeys(forms | {f.replace("-", " ") for f in forms if "-" in f}, "n")


def main() -> None:
    table = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    triggers: dict[str, list[list[str]]] = defaultdict(list)
    for name, row in table["type"].items():
        for key, forms_of in (("verbs", verb_forms), ("nouns", noun_forms), ("phrases", verb_forms)):
            for entry in row.get(key, "").split():
                lemma = entry.removeprefix("!")
                guard = lemma.removesuffix("=") if entry.startswith("!") else ""
                for form, part in forms_of(lemma).items():
                    triggers[form].append([name, part, guard])
    for kind in ("by_object", "by_subject"):
        for entry in f"{table[kind]['verbs']} {table[kind].get('phrases', '')}".split():
            for form, part in verb_forms(entry).items():
                triggers[form].append([kind, part, ""])
    _check(table, triggers)
    _write_json(table, triggers)
    _write_words(table, triggers)
    title = "Trigger words of events: forms, types, parts of speech and guards"
    register(
        [
            _entry("event-triggers", "events.json", title),
            _entry("event-words", "words/events.toml", "Trigger words and verbs as word classes"),
        ]
    )


def _entry(name: str, file: str, title: str) -> dict[str, str]:
    origin = "scripts/events.toml, hand-kept lemmas"
    return {
        "id": name,
        "file": file,
        "title": title,
        "origin": origin,
        "licence": "MIT",
        "date": datetime.now(UTC).date().isoformat(),
        "made_by": "scripts/build_events.py",
    }


def _check(table: dict[str, Any], triggers: dict[str, list[list[str]]]) -> None:
    asked = {guard for rows in triggers.values() for _, _, guard in rows if guard}
    missing = {g for g in asked if g.replace("_", " ") not in table["guard"] and g not in table["guard"]}
    if missing:
        raise SystemExit(f"no guard for {sorted(missing)}")


def _write_json(table: dict[str, Any], triggers: dict[str, list[list[str]]]) -> None:
    def words(kind: str) -> dict[str, str]:
        skipped = ("verbs", "phrases")
        return {
            w: coarse for coarse, row in table[kind].items() if coarse not in skipped for w in row.split()
        }

    guards = {
        name: {key: row.split() if isinstance(row, str) else row for key, row in guard.items()}
        for name, guard in table["guard"].items()
    }
    out = {
        "types": {name: row["coarse"] for name, row in table["type"].items()},
        "triggers": dict(sorted(triggers.items())),
        "guards": guards,
        "by_object": words("by_object"),
        "by_subject": words("by_subject"),
        "figurative": dict.fromkeys(table["figurative"]["subjects"].split(), ""),
        "workplaces": dict.fromkeys(table["workplaces"]["heads"].split(), ""),
    }
    (DATA / "events.json").write_text(_by_line(out), encoding="utf-8")


def _by_line(out: dict[str, dict[str, Any]]) -> str:
    """JSON with one entry a line, so that a change shows as one."""
    tables = []
    for name, rows in out.items():
        lines = (f"{json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in rows.items())
        tables.append(f"{json.dumps(name)}: {{\n" + ",\n".join(lines) + "\n}")
    return "{\n" + ",\n".join(tables) + "\n}\n"


def _write_words(table: dict[str, Any], triggers: dict[str, list[list[str]]]) -> None:
    classes: dict[str, set[str]] = defaultdict(set)
    names = {"p": "eventpast", "v": "eventbase", "g": "eventing", "n": "eventnoun"}
    verbs = set(table["verbs"]["plain"].split())
    for form, rows in triggers.items():
        if " " in form or "-" in form:
            classes["eventphrase"].add(form)
            continue
        for _, part, _ in rows:
            classes[names[part]].add(form)
    lemmas = {e.removeprefix("!") for row in table["type"].values() for e in row.get("verbs", "").split()}
    phrases = [
        e for row in (*table["type"].values(), table["by_object"]) for e in row.get("phrases", "").split()
    ]
    lemmas |= {entry.removeprefix("!").split("_")[0] for entry in phrases}
    lemmas |= set(table["by_object"]["verbs"].split()) | set(table["by_subject"]["verbs"].split())
    for lemma in verbs | {lemma for lemma in lemmas if "_" not in lemma and "-" not in lemma}:
        for form, part in verb_forms(lemma).items():
            classes[{"p": "verbpast", "v": "verbbase", "g": "verbing"}[part]].add(form)
    lines = ["# Made by scripts/build_events.py from scripts/events.toml: do not edit."]
    lines += [f"{name} = {_wrapped(sorted(entries))}" for name, entries in sorted(classes.items())]
    (DATA / "words" / "events.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _wrapped(entries: Iterable[str]) -> str:
    out, line = "[", ""
    for entry in entries:
        line += json.dumps(entry, ensure_ascii=False) + ", "
        if len(line) > 180:
            out, line = out + "\n  " + line.rstrip(), ""
    return out + ("\n  " + line.rstrip(", ") if line else "").rstrip(",") + "]"


if __name__ == "__main__":
    main()
