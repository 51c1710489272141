"""The currency tables' words as classes of the lexicon, so that patterns can ask for them.

cursub      one that names a part of a unit ("cents", "pence")
curhead     a word that names a currency by itself ("dollars", "won")     curmod  may stand before one ("hong", "kong")
curcode     ISO 4217 codes                    curcodeword  codes that are English words ("ALL", "TOP")
symsign     signs ("$", "€")                  symword      letters before or after a sign ("US", "HK")
symbefore   letters that stand alone before a number ("Rs", "RM")        symglued  ... only glued ("R", "K")
symafter    letters after a number ("kr", "zł")                          symafterglued  ... only glued ("p", "c")
"""

from __future__ import annotations

from collections.abc import Mapping

from nkclaims.atoms.lexicon import Lexicon, is_sign, is_word
from nkclaims.tables import currencies

# Currency names that are commoner as other words: only with a national word before them.
WEAK_HEADS = frozenset(
    "sum sums ore ores zig zigs unit units gold right rights colon colons mao ecu tala punt punts fen"
    " som sols sol pula lev loti real reals mark pound-mass hwan inti intis fomento filler heller"
    " hellers dram drams lipa mill mills nickel dime penny buck grand".split()
)
_WORDS = frozenset(
    ("us", "can", "col", "sing", "mex", "is", "si", "arg", "ch", "ja", "zim")
)  # only as printed
_SIGNS = frozenset("$£€¥￥＄﹩₡₵¢")


def add_currency_words(lexicon: Lexicon) -> None:
    """Put the currency tables' forms into the lexicon's classes."""
    heads = {word for word in currencies.names() if " " not in word and is_word(word)}
    lexicon.add("curhead", heads - WEAK_HEADS)
    lexicon.add(
        "cursub", {head for head in heads if (unit := currencies.names().get(head)) and unit.factor < 1}
    )
    lexicon.add("curweak", (heads | set(currencies.heads())) & WEAK_HEADS)
    lexicon.add("curmod", {m for m in currencies.modifiers() if is_word(m)} - {"and", "de", "currency", "st"})
    codes = set(currencies.codes())
    words = {code for code, currency in currencies.codes().items() if currency.word}
    lexicon.add("curcode", (f"={code}" for code in codes - words))
    lexicon.add("curcodeword", (f"={code}" for code in codes & words))
    lower = {code.lower() for code in codes - words}
    lexicon.add("curcode", {word for word in lower if word not in lexicon.code_of})
    _add_symbols(lexicon, currencies.symbols())


def _add_symbols(lexicon: Lexicon, symbols: Mapping[str, currencies.Symbol]) -> None:
    for form, symbol in symbols.items():
        letters = "".join(c for c in form if c not in _SIGNS).strip(" -")
        if is_sign(form):
            lexicon.add("symsign", [form])
        elif letters != form:
            if is_word(letters):
                name = "symword" if len(letters) > 1 else "symletter"
                plain = len(letters) > 1 and letters.lower() not in _WORDS
                if letters in _WORDS:
                    continue  # "they owe us $20"
                lexicon.add(name, [letters if plain else f"={letters}"])
        elif is_word(form.rstrip(".")):
            for name in _places(symbol):
                lexicon.add(name, [_entry(form.rstrip("."))])


def _places(symbol: currencies.Symbol) -> list[str]:
    tail = "glued" if symbol.glued else ""
    before = ["symglued" if symbol.glued else "symbefore"] if symbol.before else []
    return before + ([f"symafter{tail}"] if symbol.after else [])


def _entry(word: str) -> str:
    """Two letters and more only exactly so ("Rs"); one letter must not take the word "a" or "I" over."""
    return f"={word}" if len(word) > 1 else word
