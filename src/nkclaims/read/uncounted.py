"""Counts that stand without their noun, for a verb or a noun beside them says who is counted: "killed two",
"dozens were hurt", "a jury of 12".
"""

from __future__ import annotations

from nkclaims.atoms.scan import Atoms
from nkclaims.atoms.shapes import classes_of
from nkclaims.read.amounts import Amount
from nkclaims.read.nouns import is_plural, singular

PERSON = "person"
_HARMING = frozenset(
    "killed killing kills kill injured injuring injures injure wounded wounding wounds hurt hurting"
    " arrested arresting detained detaining displaced displacing hospitalised hospitalized drowned"
    " evacuated rescued captured executed abducted kidnapped sickened infected"
    " employ employs employed employing hire hires hired hiring sacked".split()
)
"""Verbs whose object is people, so that the number behind one counts them."""
_FATES = frozenset(
    "killed injured wounded hurt dead missing arrested detained hospitalised hospitalized rescued"
    " evacuated drowned stabbed kidnapped abducted displaced executed trapped stranded homeless"
    " infected jailed died perished survived starved suffocated dying unaccounted".split()
)
_BETWEEN = frozenset(
    "was were is are have had has been being be also later reportedly still more others feared presumed"
    " believed confirmed critically seriously badly slightly severely lightly remain remained remains"
    " reported already then instantly instead shot".split()
)
_AFTER = frozenset(
    "and or but in on at near outside inside around across when while after before as by during"
    " including since this last more others today yesterday overnight to from with instantly"
    " who there here early late a each every per monday tuesday wednesday thursday friday saturday sunday".split()
)
_POINTED_AT = frozenset(
    "the these those this that no any every each his her its their our my your which first last".split()
)
_OPENING = frozenset(
    "another a only just all still but and then also so overnight yesterday today later".split()
)
_PLACED = frozenset(("in", "at", "near", "from", "outside", "of"))
_GROUPS = frozenset(
    "crew family team group party squad panel jury gang delegation crowd audience cast staff workforce"
    " household platoon congregation".split()
)
_OPENS = frozenset(
    (",", ".", ";", ":", "\n", "and", "but", "as", "that", "said", "where", "while", "–", "—", "“", '"')
)
_CROWDS_DO = frozenset(
    "attend gather march protest rally flee fled flock mourn celebrate queue turned took came went lost"
    " stood lined were are have had face faced fear await lie sought poured".split()
)


def who_is_counted(atoms: Atoms, first: int, last: int, amount: Amount, number: int) -> str | None:
    """What a number without a noun counts: a person, "" for what stays unsaid; None where it is no count.

    first, last  atoms of the number with the hedges before it     number  its first atom without them

    >>> from decimal import Decimal
    >>> from nkclaims.atoms.scan import scan
    >>> two = Amount(Decimal(2), Decimal(2))
    >>> who_is_counted(scan("The blast killed two in Kano"), 3, 4, two, 3)
    'person'
    >>> who_is_counted(scan("Of those, two were hurt"), 3, 4, two, 3)
    'person'
    >>> who_is_counted(scan("They lost two in Kano"), 2, 3, two, 2) is None
    True
    """
    words = atoms.words
    before = words[first - 1].lower() if first else "\n"
    if last - number == 1 and first == number and "year" in classes_of(words[number]):
        return None
    if amount.low is not None and amount.low != amount.low.to_integral_value():
        return None  # "a quake of 7.8 killed"
    if before in _HARMING and _ends(words, last):
        return PERSON
    if before == "whom" and first > 2 and words[first - 2] == "of" and _no_name(words, last):
        return _antecedent(words, first - 3)
    if before == "of" and first > 1 and words[first - 2] in _GROUPS and _no_name(words, last):
        return ""  # what is measured says it: a crew, a workforce
    if before in _POINTED_AT or _is_name(words, first, number):
        return None
    if _suffers(words, last):
        return PERSON
    crowd = amount.modifier == "order" and before in _OPENS and last < len(words)
    return "" if crowd and (words[last].lower() in _CROWDS_DO or words[last].endswith("ed")) else None


def _antecedent(words: list[str], comma: int) -> str:
    """ "181 passengers, of whom six": what "whom" stands for, where a noun in the plural is right before it."""
    noun = words[comma - 1].lower() if comma > 0 and words[comma] == "," else ""
    return singular(noun) if noun.isalpha() and is_plural(noun) else PERSON


def _ends(words: list[str], last: int) -> bool:
    """Whether nothing that could be the noun, a score or a sign follows."""
    following = words[last].lower() if last < len(words) else "."
    return following in _AFTER or following in (".", ",", ";", ")", "\n", "—", "–", "(", '"', "”")


def _no_name(words: list[str], last: int) -> bool:
    """Whether what follows the number is no name, sign or hyphen: "a team of five went up"."""
    return _ends(words, last) or (last < len(words) and words[last].isalpha() and words[last].islower())


def _suffers(words: list[str], last: int) -> bool:
    """ "were killed", "died", "have been reported missing"."""
    for at in range(last, min(len(words), last + 4)):
        word = words[at].lower()
        if word in _FATES or (word == "taken" and words[at + 1 : at + 3] == ["to", "hospital"]):
            return True
        if word == "aboard" or (word == "on" and words[at + 1 : at + 2] == ["board"]):
            return at == last
        if word not in _BETWEEN:
            return False
    return False


def _is_name(words: list[str], first: int, number: int) -> bool:
    """ "Battalion 101 was killed": a number behind a name is a part of it; "in Kano 12 were killed" is a count."""
    if first != number or not first or not words[number][0].isdigit():
        return False
    name = words[first - 1]
    named = name[0].isupper() and name.isalpha() and name.lower() not in _OPENING
    where = words[first - 2] if first > 1 else ""
    return named and where.lower() not in _PLACED and where not in (".", "\n")
