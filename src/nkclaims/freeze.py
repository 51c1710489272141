"""Mentions into claims: ids and keys given, offsets into quotes, positions into links; then nothing changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from nkclaims.ids import claim_names
from nkclaims.model.article import Article
from nkclaims.model.base import Extent
from nkclaims.model.claims import CLAIM_BY_KIND, Claim, Link, Links, Voice
from nkclaims.model.mention import Mention, Span

_NO_LINKS = Links()
_PLAIN_VOICE = Voice()


def freeze(article: Article, mentions: Sequence[Mention], sentences: Sequence[Span]) -> list[Claim]:
    """The claims of an article, at the positions of their mentions."""
    text = article.text
    names = claim_names(
        article.id,
        ((m.kind, text[slice(*sentences[m.sentence])], text[m.start : m.end]) for m in mentions),
    )
    ids = [name for name, _ in names]
    extents = {n: Extent(start=sentences[n][0], end=sentences[n][1]) for n in {m.sentence for m in mentions}}
    return [
        _claim(article, mention, name, key, ids, extents[mention.sentence])
        for mention, (name, key) in zip(mentions, names, strict=True)
    ]


def _claim(
    article: Article, mention: Mention, name: str, key: str, ids: list[str], sentence: Extent
) -> Claim:
    text = article.text

    def quote(span: Span | None) -> Any:
        """As plain fields: the claim makes quotes of them when it is made, in one go."""
        return None if span is None else {"start": span[0], "end": span[1], "text": text[span[0] : span[1]]}

    kind: Any = CLAIM_BY_KIND[mention.kind]  # each has a value of its own type
    made = kind(
        id=name,
        key=key,
        article=article.id,
        quote=quote((mention.start, mention.end)),
        sentence=sentence,
        section=mention.section,
        rule=mention.rule,
        of=quote(mention.of),
        holder=quote(mention.holder),
        base=quote(mention.base),
        direction=mention.direction,
        voice=_voice(mention, quote(mention.source)),
        links=_links(mention, ids),
        clues=mention.clues,
        value=mention.value,
    )
    return cast(Claim, made)


def _voice(mention: Mention, source: Any) -> Voice:
    if source is None and mention.manner == "narrated" and mention.stance == "asserted":
        return _PLAIN_VOICE
    return Voice(source=source, manner=mention.manner, stance=mention.stance)


def _links(mention: Mention, ids: list[str]) -> Links:
    if not mention.links:
        return _NO_LINKS
    rows: dict[str, Any] = {
        name: [Link(claim=ids[position], by=how) for position, how in row]
        for name, row in mention.links.items()
    }
    return Links(**rows)
