"""Pounds of weight told from pounds of money, by the words around them."""

from __future__ import annotations

from nkclaims.read.context import Context
from nkclaims.read.matched import Matched
from nkclaims.read.numbers import DASHES
from nkclaims.read.phrases import words_of

_POUNDS = frozenset(("pound", "pounds"))
_WEIGHING = frozenset(
    "weigh weighs weighed weighing weight heavy lift lifted lifts lifting shed carry carried carrying"
    " gained tall bench squat load loads luggage explosive payload lbs kilograms kg ounce ounces"
    " scales deadlift lose loses lost losing drop dropped dropping thrust pressure".split()
)
_MONEY_NOUNS = frozenset(
    "note notes coin coins fine fee bill ticket loan grant prize deal bid contract fund budget salary"
    " wage pay deficit surplus debt profit loss investment package bonus payment transfer house home"
    " voucher gift donation bond bailout tax rescue takeover project scheme plan cut increase rise"
    " cheque check invoice jackpot lottery levy".split()
)
_GOODS = frozenset(
    "rice flour sugar meat beef pork chicken fish cocaine heroin marijuana cannabis meth"
    " methamphetamine fentanyl drugs gold silver copper explosives cargo food coffee cotton butter"
    " cheese fruit potatoes apples oil equipment pressure beans grain wheat corn seed fertiliser"
    " fertilizer trash rubbish garbage waste plastic material materials carbon co2 uranium plutonium"
    " coal cement sand gravel salt honey beans pasta"
    " steel fat weight flesh muscle ivory tnt milk bread turkey salmon lobster ice mail luggage clothes torque"
    " thrust".split()
)


def _carried(following: list[str], number: list[str]) -> bool:
    """ "a twenty pound bag": the singular behind more than one, before a thing that is neither sum nor note."""
    noun = following[0]
    return number not in (["a"], ["one"], ["1"], ["the"]) and noun in _THINGS


_THINGS = frozenset(
    "bag bags sack sacks baby dog cat fish salmon turkey boy girl man woman bomb bombs warhead shell weight weights"
    " backpack pack box boxes load package parcel cannon steak lobster shark bear pig rucksack frame vest ball"
    " dumbbell dumbbells hammer anvil rock boulder stone block fighter lineman linebacker rookie".split()
)


_LARGE = frozenset(("million", "billion", "trillion", "bn", "m", "mn", "tn"))
"""Scales that money is counted in; a ship's cargo of a million pounds is told of goods ("of coal")."""


def is_weight(hit: Matched, context: Context) -> bool:
    """Whether "20-pound bag", "weighs 150 pounds" or "pounds of flour" is a weight, not money."""
    if "currency" not in hit.slots or not _POUNDS.issuperset(words_of(context, hit.slots["currency"])):
        return False
    if hit.slots["currency"][0] == hit.start:  # "Pounds 3.2m": no weight is written so
        return False
    atoms = context.atoms
    start, end = atoms.at(hit.slots["currency"][0]), atoms.at(hit.slots["currency"][1])
    following = atoms.lower(end, end + 5)
    if start and atoms.words[start - 1] in DASHES and following:  # "a 20-pound bag"
        return following[0] not in _MONEY_NOUNS and following[0].isalpha()
    if following[:1] == ["of"]:
        return any(word in _GOODS for word in following[1:5])
    if (
        atoms.words[end - 1].lower() == "pound"
        and following
        and _carried(following, atoms.lower(start - 1, start))
    ):
        return True
    if following[:1] == ["("] and any(
        w in ("kg", "kilos", "kilograms", "kilogrammes", "kilo") for w in following
    ):
        return True
    if following[:1] and following[0] in ("heavier", "lighter", "overweight", "per"):
        return following[0] != "per" or following[1:2] == ["square"]
    if atoms.lower(start - 1, start)[:1] and atoms.lower(start - 1, start)[0] in _LARGE:
        return False  # the bank lost 2 billion pounds
    first = atoms.at(hit.start)
    sentence = atoms.sentences[atoms.sentence_of(first)][0]
    return any(word in _WEIGHING for word in atoms.lower(max(sentence, first - 6), first))
