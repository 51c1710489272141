"""A word's rough part of speech, from the word lists and its ending: enough to find noun phrases and clauses.

One character an atom, so that phrases and clauses are regular expressions over a string:

d the, a, this   h its, his       p in, by, than    o of        t to
c and, or, &     k but, while     w which, who      r it, they  x is, will   b not, also
S said           V rose           v rise(s)         G rising
m sales, price   n company        j new, last       N Tesco     U Bank       A Inc, Mr    y May, quarter
0 a number       $ a currency     % per cent        s 's        - a dash     " a quotation mark
a the point of an abbreviation    , . ; ( ) ? as they are (: is ;)           / a break
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from nkclaims.atoms.lexicon import word_tables
from nkclaims.atoms.scan import Atoms

_LY_NOT_ADVERB = frozenset(
    "family families supply only early daily weekly monthly yearly quarterly hourly likely unlikely"
    " friendly costly elderly timely deadly lovely anomaly assembly ally rally reply monopoly italy"
    " july fly apply rely imply multiply comply".split()
)
_ING_NOUNS = frozenset(
    "thing things king spring evening morning meeting building buildings nothing something everything"
    " anything string ring wing ceiling wedding clothing housing engineering banking trading housing"
    " advertising manufacturing marketing mining farming".split()
)
_ADJECTIVES = frozenset(
    "new old big large small high low last next past late latest early same other such own more most"
    " many much few several some all both half single whole full first second third fourth fifth main"
    " major minor total annual average gross current recent former long short good bad better best"
    " worse worst great local foreign public private common special strong weak heavy light hard soft"
    " free open chief top joint initial similar different certain various possible poor rich young"
    " unpaid first-half one-time pre-tax after-tax pretax".split()
)
_TO_NOUN = frozenset(["billion", "million", "thousand", "hundred", "trillion", "dozen", "bn", "mn"])
_INSTITUTIONS = frozenset(
    "bank university house department ministry republic board institute union court office secretary"
    " association academy federation council kingdom states church commission bureau minister"
    " president chamber organization organisation committee college museum league party army school"
    " fund center centre authority agency".split()
)
_SUFFIXES = (
    ("ly", "b"),
    ("ing", "G"),
    ("ed", "V"),
    ("ous", "j"),
    ("ive", "j"),
    ("able", "j"),
    ("ible", "j"),
    ("ful", "j"),
    ("less", "j"),
    ("ical", "j"),
    ("ional", "j"),
    ("ic", "j"),
    ("ial", "j"),
    ("ary", "j"),
    ("ish", "j"),
)
_SIGNS = {
    ",": ",",
    ".": ".",
    "!": ".",
    "?": ".",
    "…": ".",
    ";": ";",
    ":": ";",
    "(": "(",
    ")": ")",
    "[": "(",
    "]": ")",
    "\n": "/",
    "-": "-",
    "–": "-",
    "—": ";",
    "‑": "-",
    "&": "c",
    '"': '"',
    "“": '"',
    "”": '"',
    "«": '"',
    "»": '"',
    "'": "'",
    "‘": "'",
    "’": "'",
    "`": "'",
    "%": "%",
    "’s": "s",
    "'s": "s",
    "'S": "s",
    "’S": "s",
    "/": "-",
}
_TAGS = (
    # classes of the word lists in rising order of say
    ("b", "common.advb"),
    ("n", "calendar.timeunit"),
    ("V", "events.verbpast"),
    ("v", "events.verbbase"),
    ("G", "events.verbing"),
    ("S", "voice.saypast"),
    ("S", "voice.saypresent"),
    ("G", "voice.saying"),
    ("m", "measures.measure"),
    ("0", "numbers.numword"),
    ("0", "numbers.scale"),
    ("y", "calendar.month"),
    ("y", "calendar.weekday"),
    ("y", "calendar.timeunit"),
    ("j", "numbers.ordinalword"),
    ("p", "common.prep"),
    ("r", "common.pron"),
    ("k", "common.conj"),
    ("d", "common.det"),
    ("x", "common.aux"),
)
_EXACTLY_BY_TAG = {
    "$": "cents dollars",
    "%": "percent pct",
    "S": "indicated asked sees",
    "V": (
        "hit set cut posted found showed continued called cited heard learned reported agreed declared"
        " urged expected thought promised pledged vowed projected estimated repeated"
    ),
    "b": (
        "not n't also still then so yet once ago about however meanwhile moreover nevertheless"
        " nonetheless thus instead separately overall indeed besides furthermore therefore otherwise"
        " perhaps maybe elsewhere likewise similarly afterwards thereafter hence today yesterday"
        " tomorrow"
    ),
    "c": "and or nor amp",
    "d": "no",
    "h": "its his her their our my your",
    "j": "half second",
    "m": "net figures figure",
    "n": "cent spring talks plant",
    "o": "of",
    "p": "as according regarding concerning excluding barring considering notwithstanding",
    "r": "i",
    "t": "to",
    "v": "mean march fall reports estimates estimate forecast holds puts shows finds",
    "w": "which who that whom whose where what",
    "x": "may",
}
"""Words whose tag no list gives as it should be; "amp" is what is left of an ampersand in old wire copy."""
_EXACTLY = {word: tag_ for tag_, words in _EXACTLY_BY_TAG.items() for word in words.split()}


@cache
def _listed() -> dict[str, str]:
    out: dict[str, str] = {}
    tables = word_tables()
    for tag_, path in _TAGS:
        table, name = path.split(".")
        out |= dict.fromkeys((entry for entry in tables[table][name] if " " not in entry), tag_)
    return out | dict.fromkeys(_ADJECTIVES, "j") | _EXACTLY


@lru_cache(maxsize=1 << 15)
def tag(word: str) -> str:
    """The tag of a word by itself.

    >>> "".join(map(tag, ["Tesco", "said", "its", "sales", "fell", "sharply", ",", "Friday"]))
    'NShmVb,y'
    """
    first = word[0]
    if first.isdigit() or (first == "." and len(word) > 1):
        return "0"
    if not first.isalpha():
        return _SIGNS.get(word, "$" if word in "$£€¥₩₹" else "?")
    low = word.lower()
    known = _listed().get(low)
    if known is not None:
        return known
    if first.isupper():
        return _capital(word, low)
    if low.endswith(("n't", "n’t")):
        return "x"
    if low in _ING_NOUNS or low in _LY_NOT_ADVERB:
        return "n"
    return next((t for suffix, t in _SUFFIXES if low.endswith(suffix) and len(low) > len(suffix) + 2), "n")


def _capital(word: str, low: str) -> str:
    if low in _INSTITUTIONS:
        return "U"
    tables = word_tables()["common"]
    if low in tables["abbr"] or low in tables["abbrend"]:
        return "A"
    return "b" if low.endswith("ly") and len(low) > 6 and low not in _LY_NOT_ADVERB else "N"


# What the neighbours decide: one of two needles without which it need not be tried, what to find, what it is
# instead. Every replacement keeps the length.
_FIXES: tuple[tuple[tuple[str, str], re.Pattern[str], str], ...] = (
    (
        ("v", "S"),
        re.compile(r"(?<=[dhjs0%o])[vS](?![dh])"),
        "n",
    ),  # the reports, last fall; not "who holds the"
    (("v", "v"), re.compile(r"(?<=[pdh])[v](?=[mnojpt,.])"), "n"),
    (("V", "V"), re.compile(r"(?<=[dhjso0%p])V(?=[jnmNGA])"), "j"),  # a restated loss
    (("bV", "bV"), re.compile(r"(?<=[dh]b)V(?=[.,;])"), "n"),  # the seriously injured
    (("dV", "hV"), re.compile(r"(?<=[dh])V(?=[.,;ox])"), "n"),
    (("bV", "bV"), re.compile(r"(?<=[dh]b)V(?=[jnmNGA])"), "j"),  # a recently announced venture
    ((",v", ",v"), re.compile(r"(?<=,)v(?=n)"), "n"),  # …, trade sources say
    (("G", "G"), re.compile(r"(?<=[dhjsop,^c])G(?=[nmj])"), "j"),  # operating profit
    (("G", "G"), re.compile(r"^G(?=[nmj])"), "j"),
    (("rm", "rm"), re.compile(r"(?<=r)m"), "v"),  # it costs
    (("wn", "wn"), re.compile(r"(?<=w)n(?=[rdh])"), "v"),  # the woman who sews it
    (("dyv", "dyv"), re.compile(r"(?<=dy)v"), "n"),  # the Sunday trade
    (("-yv", "-yv"), re.compile(r"(?<=-y)v"), "n"),  # a four-year contract
    (("x", "x"), re.compile(r"(?<=[dhj])x(?=[nm])"), "n"),
    (("db", "db"), re.compile(r"(?<=d)b(?=[,.])"), "n"),
    (("vV", "vx"), re.compile(r"(?<=[nmNs])v(?=V[tp0b,.$]|x)"), "n"),  # visitor numbers doubled
)


_COSTING = frozenset("cost costs total totals pay pays".split())
_MODALS = frozenset("will would may might could can should shall must won't wouldn't".split())


def _is_verb_here(words: list[str], tags: list[str], i: int) -> bool:
    """Whether a measure's name is a verb in its place: after a modal, or "cost" between two nouns."""
    if words[i - 1].lower() in _MODALS:
        return True
    following = tags[i + 1] if i + 1 < len(tags) else ""
    if words[i] == "count" and tags[i - 1] in "nN" and words[i + 1 : i + 2] == ["on"]:
        return True  # planners count on 40 homes
    if words[i] not in _COSTING:
        return False
    return tags[i - 1] in "nNmt" and bool(following) and following in "dh$0Nb"


_NEVER_NOUNS = frozenset("said told says tells added insisted explained".split())
_VIEWS = frozenset("see sees say says expect expects".split())
_NOUN_THEN_VERB = re.compile(r"[nmNUAa]v")
_PLURALS = frozenset("people men women children police staff troops cattle feet".split())


def _agree(noun: str, verb: str) -> bool:
    """Whether a noun and a present-tense verb agree: the markets grow, the market grows.

    >>> _agree("markets", "grow"), _agree("cereal", "market")
    (True, False)
    """
    plural = (noun.endswith("s") and not noun.endswith("ss")) or noun.lower() in _PLURALS
    third_person = verb.endswith("s") and not verb.endswith("ss")
    return plural != third_person or (noun.istitle() and noun.endswith("s"))


def _one_in(words: list[str], verb: int) -> bool:
    """ "one in five workers earns": the subject is one, and its noun many."""
    return (
        "one" in (words[max(0, verb - 4)].lower(), words[max(0, verb - 5)].lower())
        and "in" in words[max(0, verb - 4) : verb]
    )


def _stands_alone(atoms: Atoms, at: int) -> bool:
    """Whether white space stands on both sides of an atom."""
    return atoms.ends[at - 1] < atoms.starts[at] and atoms.ends[at] < atoms.starts[at + 1]


@lru_cache(maxsize=1 << 15)
def _tag_inside(word: str) -> str:
    """The tag of a word that does not begin its sentence: with a capital it is a name."""
    here = tag(word)
    if here == "x" and word == "May":
        return "y"
    return "N" if here in "VvSGmnj" and word[0].isupper() else here


_ASKED = re.compile(r"[.m\-w']")


def _ask(atoms: Atoms, first: int, words: list[str], tags: list[str], i: int) -> None:
    """Decide a tag that stands for two things by what stands beside it."""
    here = tags[i]
    if here == ".":
        if i + 1 < len(words) and tags[i + 1] not in "\"'.)":
            tags[i] = "a"  # a point within a sentence ends no sentence
    elif here == "m":
        if _is_verb_here(words, tags, i):
            tags[i] = "v"  # tariffs cost the firm; it will cost
    elif here == "-":
        if i + 1 < len(words) and _stands_alone(atoms, first + i):
            tags[i] = ";"  # a spaced hyphen is a dash
    elif here == "w":
        if tags[i - 1] in "po" and words[i] == "that":
            tags[i] = "d"  # in that city
    elif words[i - 1].endswith("s") and atoms.ends[first + i - 1] == atoms.starts[first + i]:
        tags[i] = "s"  # the workers' pay


def _exceeding(words: list[str], tags: list[str]) -> None:
    """ "Profit more than halved": "more than" is an adverb."""
    for i in range(2, len(words) - 1):
        if words[i] == "than" and words[i - 1] == "more" and tags[i + 1] == "V":
            tags[i - 1] = tags[i] = "b"


def sentence_tags(atoms: Atoms, first: int, last: int) -> str:
    """The tags of the atoms of one sentence, one character each.

    >>> from nkclaims.atoms.scan import scan
    >>> atoms = scan("Mr. Li said a restated loss was larger.")
    >>> sentence_tags(atoms, 0, len(atoms.words))
    'AaNSdjmxn.'
    """
    words = atoms.words[first:last]
    tags = [tag(words[0]), *map(_tag_inside, words[1:])]
    if tags[0] == "N" and len(words) > 1 and tags[1] in "dh" and words[0].endswith("ing"):
        tags[0] = "G"  # Raising the fee is no name
    if tags[0] == "v" and len(words) > 1 and tag(words[1]) not in "dhrN$0":
        tags[0] = "n"  # Recruits bound for … were told
    for match in _ASKED.finditer("".join(tags), 1):
        _ask(atoms, first, words, tags, match.start())
    if "than" in words:
        _exceeding(words, tags)
    line = plain = "".join(tags)
    for needles, pattern, replacement in _FIXES:
        if needles[0] in line or needles[1] in line:
            line = pattern.sub(replacement, line)
    at_say = plain.find("S")
    while at_say >= 0:
        if line[at_say] == "n" and words[at_say] in _NEVER_NOUNS:
            line = f"{line[:at_say]}S{line[at_say + 1 :]}"  # its chief executive told reporters
        at_say = plain.find("S", at_say + 1)
    at = _NOUN_THEN_VERB.search(line)
    while at is not None:
        i = at.end() - 1
        takes = line[i + 1 : i + 2] in ("d", "h") and words[i] in _VIEWS  # analysts at the bank see the rate
        takes = takes or _one_in(words, i)
        if not takes and not _agree(words[i - 1], words[i].lower()):
            line = f"{line[:i]}n{line[i + 1 :]}"  # the cereal market
        at = _NOUN_THEN_VERB.search(line, i)
    return line
