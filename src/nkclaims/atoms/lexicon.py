"""The words nkclaims knows, by class: from the tables in data/words/, the currency tables, and rules' own words.

A class is a set of entries; an entry is one word or several ("as much as"). Single words get an id (see
:mod:`nkclaims.atoms.codes`); entries of several words are told apart when patterns are compiled.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from nkclaims.atoms.codes import (
    BASE,
    CAPITAL,
    FIRST_SIGN,
    FIRST_WORD,
    PLANE,
    UNKNOWN_SIGN,
    UNKNOWN_WORD,
)
from nkclaims.atoms.shapes import CLASSES, classes_of

_BREAK = "\n"
# Signs that patterns and sentence boundaries speak of: known from the start, so that a text scanned before a
# rule was compiled has the same codes as one scanned after.
_SIGNS = (
    _BREAK + ".,;:!?…'\"“”‘’()[]{}«»-–—‑‐−/\\%‰$£€¥₩₽₹₺₴₦₪₫₱฿₡₲₵₸₾₼₭₮₨¢元°º*+=<>≤≥~≈#@&|_^′″½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
)


_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*|['’]s")


class Lexicon:
    """Known words and signs with their ids, and the classes they belong to.

    Words may be added at any time before a text is scanned; ids never change. Look-ups are without regard to
    case unless the word was added as exact ("ALL", the currency, against "all").
    """

    def __init__(self) -> None:
        self.code_of: dict[str, int] = {}  # exact token -> BASE + plane offset of its capital + id
        self.classes: dict[str, set[str]] = {}  # class -> entries, lower-cased unless exact
        self._ids: dict[str, int] = {}
        self._signs: dict[str, int] = {}
        self._shapes: dict[frozenset[str], int] = {}
        self._exact: set[str] = set()
        self._variants: dict[str, list[int]] = {}
        for character in _SIGNS:
            self.sign(character)

    @property
    def version(self) -> int:
        """Grows with every word or sign added: a text scanned before must be scanned again."""
        return len(self._ids) + len(self._signs)

    def word(self, word: str, *, exact: bool = False) -> int:
        """The id of a word, given out now if it has none."""
        key = word if exact else word.lower()
        known = self._ids.get(key)
        if known is not None and (exact or key not in self._exact):
            return known
        lexical_id = FIRST_WORD + len(self._ids)
        if lexical_id >= PLANE:
            raise OverflowError(f"more than {PLANE - FIRST_WORD} known words")
        self._ids[key] = lexical_id
        if exact:
            self._exact.add(key)
            self._variants.setdefault(key.lower(), []).append(lexical_id)
            self.code_of[key] = self._code(lexical_id, key)
        else:
            for form in {key, key.capitalize(), key.title(), key.upper()}:
                if form not in self._exact:
                    self.code_of[form] = self._code(lexical_id, form)
        return lexical_id

    @staticmethod
    def _code(lexical_id: int, form: str) -> int:
        return BASE + (CAPITAL * PLANE if form[:1].isupper() else 0) + lexical_id

    def ids(self, word: str, *, exact: bool = False) -> list[int]:
        """The ids a pattern's word stands for: its own, and those of exact forms of it ("ALL" for "all").

        Whoever compiles patterns gives out all ids first, so that a later exact form is not missed.
        """
        own = self.word(word, exact=exact)
        if exact:
            return [own]
        return [own, *self._variants.get(word.lower(), ())]

    def sign(self, character: str) -> int:
        """The id of a punctuation mark or symbol."""
        known = self._signs.get(character)
        if known is None:
            known = min(FIRST_SIGN + len(self._signs), UNKNOWN_SIGN)
            if known < UNKNOWN_SIGN:
                self._signs[character] = known
                self.code_of[character] = BASE + known
        return known

    def shape(self, digits: str) -> int:
        """The id of a digit atom's shape."""
        classes = classes_of(digits)
        known = self._shapes.get(classes)
        if known is None:
            known = self._shapes[classes] = len(self._shapes)
            assert known < FIRST_SIGN
        return known

    def shapes_of(self, name: str) -> list[int]:
        """The ids of all shapes of a digit class that can come up."""
        _know_every_shape(self)
        return [i for classes, i in self._shapes.items() if name in classes]

    def add(self, name: str, entries: Iterable[str], *, exact: bool = False) -> None:
        """Put entries into a class; single words among them get ids."""
        row = self.classes.setdefault(name, set())
        for entry in entries:
            exactly = exact or entry.startswith("=")
            entry = entry.removeprefix("=")
            row.add(f"={entry}" if exactly else entry.lower())
            if is_sign(entry):
                self.sign(entry)
            elif is_word(entry):
                self.word(entry, exact=exactly)

    def id_name(self, lexical_id: int) -> str:
        """What an id stands for, for people (`explain`)."""
        if lexical_id == UNKNOWN_WORD:
            return "word"
        table: dict[str, int] = self._ids if lexical_id >= FIRST_WORD else self._signs
        for key, i in table.items():
            if i == lexical_id:
                return key if key != _BREAK else "¶"
        for classes, i in self._shapes.items():
            if i == lexical_id:
                return "/".join(c for c in CLASSES if c in classes)
        return "sign"

    def classes_of(self, word: str) -> list[str]:
        """The classes a single word or sign is in, sorted."""
        return sorted(name for name, row in self.classes.items() if word.lower() in row or f"={word}" in row)


def is_sign(entry: str) -> bool:
    """Whether an entry is one sign ("$", "½")."""
    return (len(entry) == 1 and not entry.isalnum()) or (
        len(entry) == 1 and entry.isnumeric() and not entry.isascii()
    )


def is_word(entry: str) -> bool:
    """Whether an entry is a single atom of letters."""
    return bool(_WORD.fullmatch(entry))


@cache
def _sample_digits() -> tuple[str, ...]:
    """Digit strings that between them show every shape."""
    small = [str(i) for i in range(130)] + [f"{i:02d}" for i in range(100)]
    return (
        *small, "000", "007", "999", "0999", "0000", "1000", "1999", "2199", "2200", "9999", "10000", "012345",
        "1234567890", "1.5", ".5", "0.5", "16.22", "16.72", "1.200", "0.500", "1,200", "1,200.50", "12,34,567",
        "1.200,5", "1.200.000", "1,5", "1,50", "1,5,6", "1.2.3", "12.3.1999", "1 200", "9.30.21", "24.00",
        "25.00", "100.50", "100.500", "23.100", "1,00,000.5", "12.500",
    )  # fmt: skip


def _know_every_shape(lexicon: Lexicon) -> None:
    for digits in _sample_digits():
        lexicon.shape(digits)


@cache
def word_tables() -> dict[str, dict[str, list[str]]]:
    """The hand-kept word tables: file stem -> class -> entries (data/words/*.toml)."""
    folder = files("nkclaims") / "data" / "words"
    return {
        entry.name.removesuffix(".toml"): tomllib.loads(entry.read_text(encoding="utf-8"))
        for entry in sorted(folder.iterdir(), key=lambda e: e.name)
        if entry.name.endswith(".toml")
    }


@cache
def default_lexicon() -> Lexicon:
    """The lexicon of the shipped tables. Rules add their own words to it when they are compiled."""
    from nkclaims.atoms.currency_words import add_currency_words  # it knows this module

    lexicon = Lexicon()
    for table in word_tables().values():
        for name, entries in table.items():
            lexicon.add(name, entries)
    add_currency_words(lexicon)
    return lexicon
