"""Atoms: the text in pieces small enough for news numbers, each with its offsets and its code.

spaCy's tokens are too coarse here: "SEK9", "10k$", "16–17", "70pc" and "118.5p" are one token each, and a
slot cannot start inside a token. An atom is a run of letters (inner apostrophes included, a possessive 's
apart, abbreviations with points whole), a run of digits with its separators, one sign, or a paragraph break.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

from nkclaims.atoms.codes import BASE, CAPITAL, PLANE, UNKNOWN_SIGN, UNKNOWN_WORD
from nkclaims.atoms.lexicon import Lexicon, default_lexicon

_ATOM = re.compile(
    r" (?!\s)|[a-z]{2,}+(?!['’\w])"  # two of three pieces of any text, so tried first
    r"|\s+"
    r"|[A-Za-z]\.(?:[A-Za-z]\.)+"  # U.S., p.m., N.J.
    r"|[^\W\d_]+(?:['’](?![sS](?!\w))[^\W\d_]+)*"  # words, don't, O’Brien; not the 's of Tesco's
    r"|['’][sS](?!\w)"
    r"|[0-9]+(?:[\u00a0\u202f\u2009'][0-9]{3}(?![0-9]))+(?:,[0-9]{1,2}(?![0-9]))?"  # 1 200 000 with hard or thin spaces
    r"|[0-9]+(?:[.,][0-9]+)*"
    r"|(?<![^\W_])\.[0-9]+"  # .5
    r"|.",
    re.DOTALL,
)
# 1 200 000 with common spaces: not inside another number, a date, a telephone number or a word.
_SPACED = re.compile(
    r"(?<![\w.,:/+-])(?<![0-9][ -])[1-9][0-9]{0,2}(?: [0-9]{3})+(?:,[0-9]{1,2})?(?![\w]|[.,:/-][0-9]| [0-9])"
)
_MAYBE_SPACED = re.compile(r"[0-9] [0-9]{3}")  # ten times as quick
_DIGITS = frozenset("0123456789")
_WORD_CODE = BASE + UNKNOWN_WORD
_NAME_CODE = _WORD_CODE + CAPITAL * PLANE
_SIGN_CODE = BASE + UNKNOWN_SIGN


@dataclass(slots=True)
class Atoms:
    """A text's atoms.

    starts, ends  character offsets, half-open     words  the exact text of each atom
    codes         one character an atom            sentences  (first atom, one past the last) of each
    """

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    codes: str
    sentences: list[tuple[int, int]] = field(default_factory=list)
    _firsts: list[int] = field(default_factory=list)
    _lower: list[str] = field(default_factory=list, repr=False)

    def at(self, offset: int) -> int:
        """The index of the first atom that starts at or after a character offset."""
        return bisect_left(self.starts, offset)

    def covering(self, offset: int) -> int:
        """The index of the last atom that starts at or before a character offset (-1 before the first)."""
        return bisect_right(self.starts, offset) - 1

    def sentence_of(self, atom: int) -> int:
        """The number of the sentence an atom stands in."""
        if len(self._firsts) != len(self.sentences):
            self._firsts = [first for first, _ in self.sentences]
        return max(0, bisect_right(self._firsts, atom) - 1)

    def sentence_extent(self, number: int) -> tuple[int, int]:
        """The character offsets of a sentence."""
        first, last = self.sentences[number]
        return self.starts[first], self.ends[last - 1]

    def lower(self, first: int, last: int) -> list[str]:
        """The words of atoms first..last (exclusive), lower-cased."""
        if len(self._lower) != len(self.words):
            self._lower = [word.lower() for word in self.words]
        return self._lower[first:last]


def scan(text: str, wrapped: bool = False, lexicon: Lexicon | None = None) -> Atoms:
    """Cut a text into atoms. The last few texts are kept, so that every component may call this.

    ``wrapped``: lines are broken at a column, so a single newline is a space and only an empty line a break.

    >>> scan("SEK9 for 16–17, 70pc").words
    ['SEK', '9', 'for', '16', '–', '17', ',', '70', 'pc']
    """
    lexicon = lexicon or default_lexicon()
    return _scan(text, wrapped, lexicon, lexicon.version)


@lru_cache(maxsize=2)
def _scan(text: str, wrapped: bool, lexicon: Lexicon, version: int) -> Atoms:
    from nkclaims.atoms.sentences import sentences  # here, for it needs the classes that a lexicon compiles

    known, shape = lexicon.code_of.get, lexicon.shape
    starts: list[int] = []
    words: list[str] = []
    codes: list[int] = []
    position, glue = 0, 0
    joined = _join_groups(text)
    for token in _ATOM.findall(joined):
        if token == " ":  # half of all there is, so asked first
            glue = 0
            position += 1
            continue
        code = known(token)
        if code is None:
            first = token[0]
            if first in _DIGITS or (first == "." and len(token) > 1):
                code = BASE + shape(token)
            elif first.isalpha():
                code = _NAME_CODE if first.isupper() else _WORD_CODE
            elif first.isspace():
                glue = 0
                breaks = token.count("\n") if "\n" in token else 0
                if breaks > wrapped:
                    starts.append(position + token.index("\n"))
                    words.append("\n")
                    codes.append(known("\n", _SIGN_CODE))
                position += len(token)
                continue
            else:
                code = _SIGN_CODE
        elif token == "\n":  # a lone newline is white space that the lexicon knows as a sign
            glue = 0
            if not wrapped:
                starts.append(position)
                words.append(token)
                codes.append(code)
            position += 1
            continue
        starts.append(position)
        words.append(token)
        codes.append(code + glue)
        glue = PLANE
        position += len(token)
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    if joined is not text:
        words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    atoms = Atoms(text, starts, ends, words, "".join(map(chr, codes)))
    atoms.sentences = sentences(atoms, lexicon)
    return atoms


_OPENING = frozenset(
    "Nearly About Some Almost Around Over Only Just The All Another Under Roughly Approximately Up More Of In".split()
)


def _join_groups(text: str) -> str:
    """The text with hard spaces where common ones part the thousands of one number ("1 200 people").

    Two groups are one number only behind a word that is no name ("On May 5 200 people" are two numbers).

    >>> _join_groups("some 1 200 people").replace("\\u00a0", "_"), _join_groups("On May 5 200 people")
    ('some 1_200 people', 'On May 5 200 people')
    """

    def join(match: re.Match[str]) -> str:
        before = text[max(0, match.start() - 24) : match.start()].split()
        number = match.group()
        word = before[-1] if before else ""
        plain = not word.istitle() or not word[-1].isalpha() or word in _OPENING
        return number.replace(" ", "\u00a0") if number.count(" ") > 1 or plain else number

    return _SPACED.sub(join, text) if _MAYBE_SPACED.search(text) else text


def cut(text: str) -> list[tuple[str, bool]]:
    """(atom, glued to the one before) of a short text, for word lists.

    >>> cut("ca. 5")
    [('ca', False), ('.', True), ('5', False)]
    """
    out: list[tuple[str, bool]] = []
    glued = False
    for token in _ATOM.findall(text):
        if token.isspace():
            glued = False
        else:
            out.append((token, glued))
            glued = True
    return out
