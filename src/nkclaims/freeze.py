"""Mentions into claims: ids and keys given, offsets into quotes, positions into links; then nothing changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import cast

from nkclaims.ids import claim_names
from nkclaims.model.article import Article
from nkclaims.model.base import Extent, Quote, as_checked, trusted
from nkclaims.model.claims import CLAIM_BY_KIND, Claim, Link, Links, Voice
from nkclaims.model.mention import Mention, Span

_Extent = trusted(Extent)
_NO_LINKS = Links()
_PLAIN_VOICE = Voice()
_QUOTE, _LINK, _VOICE = set(Quote.model_fields), set(Link.model_fields), set(Voice.model_fields)
_LINKS = set(Links.model_fields)
_CLAIM = {kind: set(model.model_fields) for kind, model in CLAIM_BY_KIND.items()}


def freeze(
    article: Article,
    mentions: Sequence[Mention],
    sentences: Sequence[Span],
    seen: Counter[bytes] | None = None,
) -> list[Claim]:
    """The claims of an article, at the positions of their mentions.

    seen  the claims of earlier pieces (see :func:`~nkclaims.ids.claim_names`)

    Nothing is validated again: a mention's types are those of the claim, and its value is a record already.
    """
    text = article.text
    names = claim_names(
        article.id,
        ((m.kind, text[slice(*sentences[m.sentence])], text[m.start : m.end]) for m in mentions),
        seen,
    )
    ids = [name for name, _ in names]
    extents = {n: _Extent(start=sentences[n][0], end=sentences[n][1]) for n in {m.sentence for m in mentions}}
    return [
        _claim(article, mention, name, key, ids, extents[mention.sentence])
        for mention, (name, key) in zip(mentions, names, strict=True)
    ]


def _claim(
    article: Article, mention: Mention, name: str, key: str, ids: list[str], sentence: Extent
) -> Claim:
    text = article.text
    fields = {
        "record": "claim",
        "id": name,
        "key": key,
        "article": article.id,
        "quote": _quote(text, (mention.start, mention.end)),
        "sentence": sentence,
        "section": mention.section,
        "rule": mention.rule,
        "of": _quote(text, mention.of),
        "holder": _quote(text, mention.holder),
        "base": _quote(text, mention.base),
        "direction": mention.direction,
        "voice": _voice(text, mention),
        "links": _links(mention, ids),
        "clues": mention.clues,
        "kind": mention.kind,
        "value": mention.value,
    }
    return cast(Claim, as_checked(CLAIM_BY_KIND[mention.kind], _CLAIM[mention.kind], fields))


def _quote(text: str, span: Span | None) -> Quote | None:
    if span is None:
        return None
    start, end = span
    return as_checked(Quote, _QUOTE, {"start": start, "end": end, "text": text[start:end]})


def _voice(text: str, mention: Mention) -> Voice:
    if mention.source is None and mention.manner == "narrated" and mention.stance == "asserted":
        return _PLAIN_VOICE
    fields = {"source": _quote(text, mention.source), "manner": mention.manner, "stance": mention.stance}
    return as_checked(Voice, _VOICE, fields)


def _links(mention: Mention, ids: list[str]) -> Links:
    if not mention.links:
        return _NO_LINKS
    rows: dict[str, list[Link]] = {name: [] for name in Links.model_fields}
    for name, row in mention.links.items():
        rows["from_" if name == "from" else name] = [
            as_checked(Link, _LINK, {"claim": ids[position], "by": how}) for position, how in row
        ]
    return as_checked(Links, _LINKS, rows)
