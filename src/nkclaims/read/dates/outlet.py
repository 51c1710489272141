"""Which country's habits an outlet has: by its address, by how its words are spelled."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import pairwise
from urllib.parse import urlsplit

from nkclaims.model.article import Article

_ANYONES = frozenset("ai am as cc cd co dj fm gg im io la ly me ms nu sh so st tk to tv vc ws".split())
"""Country domains that are sold to anyone for their letters."""
_AMERICAN = frozenset(("gov", "edu", "mil"))


def outlet_country(article: Article) -> str | None:
    """ISO 3166-1 alpha-2 code of the country whose domain the article's page stands in.

    >>> outlet_country(Article("a", "-", "", url="https://www.standard.co.uk/news/1"))
    'GB'
    >>> outlet_country(Article("https://news.example.com.au/x", "-", "")), outlet_country(Article("a", "b.ie", ""))
    ('AU', None)
    """
    address = next((a for a in (article.url, article.id, article.source) if a and "://" in a), None)
    if address is None:
        return None
    try:
        top = (urlsplit(address).hostname or "").rpartition(".")[2]
    except ValueError:  # "http://[": no address after all
        return None
    if top in _AMERICAN:
        return "US"
    if len(top) != 2 or not top.isalpha() or top in _ANYONES:
        return None
    return "GB" if top == "uk" else top.upper()


def spelling_country(words: Iterable[str]) -> str | None:
    """US or GB (for all that spell like it), by words that the two spell apart; None where mixed or none is there.

    >>> spelling_country("the colour of the programme rose 5 per cent".split())
    'GB'
    >>> spelling_country("they organized a color show".split()), spelling_country("a color programme".split())
    ('US', None)
    """
    british, american = _spellings()
    said = [word.lower() for word in words if word.islower()]
    ours = sum(word in british for word in said)
    ours += sum(pair == ("per", "cent") for pair in pairwise(said))
    theirs = sum(word in american for word in said)
    if ours > 3 * theirs:
        return "GB"
    return "US" if theirs > 3 * ours else None


@cache
def _spellings() -> tuple[frozenset[str], frozenset[str]]:
    table = tomllib.loads((files("nkclaims") / "data" / "spelling.toml").read_text(encoding="utf-8"))
    return frozenset(table["british"]), frozenset(table["american"])
