"""Parts to their totals, shares to what they are of, and one thing said in two measures.

    Sixty percent of the 1,500 workers, or 900 people      base, equals
    2,400 yuan a month, of which 700 is deducted            total
    14 people died: nine passengers and five drivers        total, all parts
    $500 a month, or $6,000 a year; 25 miles (40 km)        equals

A link is made only where the words between two numbers say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from nkclaims.atoms.scan import Atoms
from nkclaims.index import Index, unit_of
from nkclaims.link.levels import TIMES, comparable
from nkclaims.model.claims import NUMBER_KINDS, Kind
from nkclaims.model.mention import LinkBy
from nkclaims.model.values import Money, Percentage, Quantity

ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her", "all", "some", "total", "of", "about"})
EQUATING = frozenset({"or", "equals", "equal", "equivalent", "works", "worked", "amounting", "i.e."})
FILLING = frozenset(
    {",", "which", "that", "is", "out", "at", "to", "a", "an", "per", "each", "every", "the", "and"}
)
PERIODS = frozenset({"hour", "day", "week", "fortnight", "month", "quarter", "year", "night", "shift"})
DEDUCTING = frozenset(
    {
        "deducts",
        "deduct",
        "deducted",
        "withheld",
        "withholds",
        "withhold",
        "retained",
        "retains",
        "docked",
        "taken",
    }
)
ALL_PARTS = frozenset(
    {"consisted", "consists", "consist", "comprised", "comprises", "comprising", "composed"}
)
REMAINING = frozenset({"other", "remaining", "rest"})
APART = frozenset({"child", "woman", "man"})
"""Of these nobody is two."""
MOST_WORDS = 9
LAST_WORDS = 8
BETWEEN_PARTS = 7


def link_parts(index: Index, atoms: Atoms) -> None:
    """Link shares, parts and restatements, in place. Bindings (``of``) should be there already."""
    numbers = sorted(i for kind in NUMBER_KINDS for i in index.of_kind(kind))
    for one, two in pairwise(numbers):
        if index.mentions[one].sentence == index.mentions[two].sentence:
            _restated(index, one, two, atoms)
            _base(index, one, two, atoms)
            _sum_of_sum(index, one, two, atoms)
    for one, two, three in zip(numbers, numbers[1:], numbers[2:], strict=False):
        if index.mentions[one].sentence == index.mentions[three].sentence:
            _amount_of_share(index, one, two, three, atoms)
    for position in numbers:
        _part(index, position, atoms)
    for one, two in pairwise(numbers):
        if (
            "part" in index.mentions[one].clues
            and index.mentions[one].sentence == index.mentions[two].sentence
        ):
            _and_another(index, one, two, atoms)
    for position in index.of_kind("percentage"):
        _rest(index, position, atoms)
    for sentence in dict.fromkeys(index.mentions[i].sentence for i in numbers):
        _list_of_parts(index, sentence, atoms)


def _between(index: Index, one: int, two: int, atoms: Atoms) -> list[str]:
    return atoms.lower(atoms.at(index.mentions[one].end), atoms.at(index.mentions[two].start))


def _equal(index: Index, one: int, two: int) -> None:
    index.mentions[one].link("equals", two, "clause")
    index.mentions[two].link("equals", one, "clause")


def _restated(index: Index, one: int, two: int, atoms: Atoms) -> None:
    """One amount over two periods, or one measure in two units behind a bracket."""
    first, second = index.mentions[one].value, index.mentions[two].value
    words = _between(index, one, two, atoms)
    if len(words) > MOST_WORDS:
        return
    if isinstance(first, Money) and isinstance(second, Money):
        periods = {first.per, second.per}
        same = first.currency == second.currency and len(periods) == 2 and periods <= PERIODS
        plain = all(word in FILLING | EQUATING | PERIODS for word in words)
        if same and plain and EQUATING & set(words):
            _equal(index, one, two)
    elif isinstance(first, Quantity) and isinstance(second, Quantity):
        bracket = (words[-1:] == ["("] and len(words) <= 2) or words == [",", "or"]
        if bracket and first.unit and second.unit and first.unit != second.unit:
            _equal(index, one, two)


def _base(index: Index, one: int, two: int, atoms: Atoms) -> None:
    """ "30 percent of the 1,500 workers": the number a share is of."""
    share, whole = index.mentions[one], index.mentions[two]
    if not isinstance(share.value, Percentage) or share.direction or isinstance(whole.value, Percentage):
        return
    words = _between(index, one, two, atoms)
    if words[:1] == ["of"] and len(words) <= 4 and all(word in ARTICLES for word in words):
        share.link("base", two, "clause")


def _sum_of_sum(index: Index, one: int, two: int, atoms: Atoms) -> None:
    """ "$585 million of the company's $728 million": a part said before its total."""
    part, whole = index.mentions[one], index.mentions[two]
    if part.kind != "money" or whole.kind != "money" or part.direction or whole.direction:
        return
    words = _between(index, one, two, atoms)
    told = words[:1] == ["of"] and 2 <= len(words) <= 5 and not {"which", "whom", ",", "and"} & set(words)
    if told and _alike(index, one, two):
        part.link("total", two, "clause")
        part.clues["part"] = "of"


def _amount_of_share(index: Index, one: int, two: int, three: int, atoms: Atoms) -> None:
    """ "… of the 1,500 workers, or 450 people" and "15 percent, or £36,000, on the £240,000 house"."""
    share = index.mentions[one]
    if not isinstance(share.value, Percentage) or share.direction:
        return
    linked = [position for position, _ in share.links.get("base", [])]
    if linked == [two]:
        words = _between(index, two, three, atoms)
        if words[-1:] == ["or"] and len(words) <= MOST_WORDS and _alike(index, two, three):
            share.link("equals", three, "clause")
        return
    before, after = _between(index, one, two, atoms), _between(index, two, three, atoms)
    tied = len(after) <= 3 and bool({"of", "on", "from"} & set(after)) and "the" in after
    if before in ([",", "or"], ["or"], ["("]) and tied and _alike(index, two, three):
        share.link("equals", two, "clause")
        share.link("base", three, "clause")


def _alike(index: Index, one: int, two: int) -> bool:
    """Whether two numbers can be part and whole: one currency, or two counts of whatever nouns."""
    first, second = index.mentions[one].value, index.mentions[two].value
    if isinstance(first, Money) and isinstance(second, Money):
        return first.currency == second.currency
    counts = isinstance(first, Quantity) and isinstance(second, Quantity)
    return counts and not ({unit_of(first), unit_of(second)} & TIMES)


def _part(index: Index, position: int, atoms: Atoms) -> None:
    """A part behind "including", "of which", "from which the agency deducts", "Of this,"."""
    mention = index.mentions[position]
    if isinstance(mention.value, Percentage):
        return
    first = atoms.at(mention.start)
    start = atoms.sentences[mention.sentence][0]
    words = atoms.lower(max(start, first - MOST_WORDS), first)
    cue = _cue(words)
    if cue is None:
        return
    name, length = cue
    opening = atoms.starts[first - length]
    if name == "of this":
        whole = _last_of(index, mention.sentence - 1, mention.kind)
        by: LinkBy = "sentence"
    else:
        whole = next(
            (i for i in index.before(position, mention.kind) if index.mentions[i].end <= opening), None
        )
        by = "clause"
    if whole is None or not _can_hold(index, whole, position, atoms, opening, name):
        return
    around = atoms.lower(first - length, min(first + LAST_WORDS, atoms.sentences[mention.sentence][1]))
    mention.link("total", whole, by)
    mention.clues["part"] = "deducted" if DEDUCTING & set(around) else "of"


def _and_another(index: Index, one: int, two: int, atoms: Atoms) -> None:
    """The second part behind "including": "12 people, including 8 children and 7 women".

    A child is no woman, so that these two have nobody in common; of others ("8 tourists and 7 women") none can tell.
    """
    part, other = index.mentions[one], index.mentions[two]
    units = [mention.value.unit for mention in (part, other) if isinstance(mention.value, Quantity)]
    if part.clues.get("part") != "of" or len(units) < 2 or other.links.get("total"):
        return
    if units[0] == units[1] or not APART.issuperset(units) or _between(index, one, two, atoms) != ["and"]:
        return
    whole, by = part.links["total"][0]
    other.link("total", whole, by)
    other.clues["part"] = "of"
    part.clues["disjoint"] = other.clues["disjoint"] = True


def _rest(index: Index, position: int, atoms: Atoms) -> None:
    """The clue ``rest``: "the other 47 percent" goes with the shares before it to make the whole."""
    mention = index.mentions[position]
    first = atoms.at(mention.start)
    if first > 0 and atoms.words[first - 1].lower() in REMAINING:
        mention.clues["rest"] = True


def _cue(words: Sequence[str]) -> tuple[str, int] | None:
    """The words that make what follows a part, and how many atoms before the number they begin."""
    for at in range(len(words) - 1, -1, -1):
        tail = len(words) - at
        pair = tuple(words[at : at + 2])
        if words[at] in ("including", "included") and at > 0 and tail <= 3:
            return "including", tail
        if pair in (("of", "which"), ("of", "whom"), ("among", "them")) and tail <= 4:
            return "of which", tail
        if pair == ("from", "which"):
            return "from which", tail
        if pair in (("of", "this"), ("of", "that")) and at == 0 and tail <= 4:
            return "of this", tail
        if words[at] in (";", ":", "."):
            return None
    return None


def _last_of(index: Index, sentence: int, kind: Kind) -> int | None:
    row = [i for i in index.in_sentence(sentence, kind) if index.mentions[i].direction is None]
    return row[0] if len(row) == 1 else None


def _can_hold(index: Index, whole: int, part: int, atoms: Atoms, opening: int, name: str) -> bool:
    """Whether a number is what a part is of: money of any currency, or a count with its noun right before."""
    if index.mentions[whole].direction != index.mentions[part].direction:
        return False
    first, second = index.mentions[whole].value, index.mentions[part].value
    if isinstance(first, Money) and isinstance(second, Money):
        known = first.currency is not None and second.currency is not None
        return known and second.per in (first.per, None)
    people = unit_of(first) == "person" and unit_of(second) in APART
    gap = atoms.at(opening) - atoms.at(index.mentions[whole].end)
    return gap <= 2 and (people or comparable(index, whole, part)) and _alike(index, whole, part)


def _list_of_parts(index: Index, sentence: int, atoms: Atoms) -> None:
    """A total and all its parts: "14 died: nine …, three … and two …", "consisted of $5m and $9m"."""
    row = [i for i in index.in_sentence(sentence) if index.mentions[i].kind in ("money", "quantity")]
    if len(row) < 2:
        return
    first, last = atoms.sentences[sentence]
    cut = next((at for at in range(first, last) if _opens_list(atoms, at)), None)
    if cut is None:
        return
    offset = atoms.starts[cut]
    parts = [i for i in row if index.mentions[i].start > offset]
    if atoms.words[cut] != ":":
        parts = parts[: _list_length(index, parts, atoms)]
    if len(parts) < 2 or not all(_alike(index, parts[0], i) for i in parts[1:]):
        return
    if not _is_list(index, parts, atoms, cut, last):
        return
    heads = [i for i in row if index.mentions[i].end <= offset and _alike(index, i, parts[0])]
    by: LinkBy = "clause"
    if not heads and atoms.words[cut] != ":":
        heads, by = list(_named_before(index, sentence, parts[0], atoms, cut)), "sentence"
    if len(heads) != 1:
        return
    for part in parts:
        index.mentions[part].link("total", heads[0], by)
        index.mentions[part].clues["part"] = "all"


def _opens_list(atoms: Atoms, at: int) -> bool:
    word = atoms.words[at].lower()
    return (
        word == ":"
        or word in ALL_PARTS
        or (word == "up" and atoms.lower(at - 1, at + 2) == ["made", "up", "of"])
    )


def _is_list(index: Index, parts: Sequence[int], atoms: Atoms, cut: int, last: int) -> bool:
    """Whether parts stand as a list: each right behind its comma or "and", little behind the last."""
    if atoms.at(index.mentions[parts[0]].start) - cut > 2:
        return False
    if _list_length(index, parts, atoms) < len(parts):
        return False
    joined = _between(index, parts[-2], parts[-1], atoms)
    little = last - atoms.at(index.mentions[parts[-1]].end) <= LAST_WORDS
    return "and" in joined and (little or atoms.words[cut] != ":")


def _list_length(index: Index, parts: Sequence[int], atoms: Atoms) -> int:
    """How many numbers from the first on stand as a list, each right behind its comma or its "and"."""
    for at, (one, two) in enumerate(pairwise(parts), 1):
        words = _between(index, one, two, atoms)
        if not words or words[-1] not in (",", "and") or len(words) > BETWEEN_PARTS:
            return at
    return len(parts)


def _named_before(index: Index, sentence: int, part: int, atoms: Atoms, cut: int) -> Iterator[int]:
    """The numbers of the sentence before that measure what the subject names ("These payments consisted")."""
    subject = frozenset(atoms.lower(atoms.sentences[sentence][0], cut))
    for position in index.in_sentence(sentence - 1, index.mentions[part].kind):
        span = index.mentions[position].of
        words = set(index.text[slice(*span)].lower().split()) if span else set()
        if words & subject and _alike(index, position, part):
            yield position
