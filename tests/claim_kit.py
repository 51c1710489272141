"""A draft of an article's claims by hand: what readers and links would have made, without them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from nkclaims.checks import Tables, run_checks
from nkclaims.ids import claim_names
from nkclaims.index import Index
from nkclaims.model.article import Article
from nkclaims.model.base import Extent, Quote
from nkclaims.model.claims import CLAIM_BY_KIND, Claim, Kind, Link, Links
from nkclaims.model.findings import Finding
from nkclaims.model.mention import LinkName, Mention
from nkclaims.model.values import Change, Date, Money, Percentage, Place, Quantity, Timex


class Draft:
    """Claims marked in a text by their quotes, each looked for after the one before, else from the start."""

    def __init__(self, text: str, published: str | None = "2025-10-30") -> None:
        self.article = Article("a", "-", text, published=published)
        self.mentions: list[Mention] = []
        self._at = 0

    def mark(self, kind: Kind, quote: str, value: Any, **rest: Any) -> Mention:
        start = self.article.text.find(quote, self._at)
        start = start if start >= 0 else self.article.text.index(quote)
        self._at = start + len(quote)
        sentence = self.article.text.count(". ", 0, start)
        mention = Mention(kind, start, start + len(quote), "test", value, sentence)
        for name, setting in rest.items():
            words = name in ("of", "holder", "base") and setting is not None
            setattr(mention, name, self.span(setting) if words else setting)
        self.mentions.append(mention)
        return mention

    def span(self, words: str) -> tuple[int, int]:
        start = self.article.text.index(words)
        return start, start + len(words)

    def money(self, quote: str, amount: Any, currency: str | None = "USD", **rest: Any) -> Mention:
        value = {
            key: rest.pop(key) for key in ("approx", "modifier", "lean", "per", "step", "usd") if key in rest
        }
        low, high = ends(amount)
        value.setdefault("step", Decimal(1))
        return self.mark("money", quote, Money(low=low, high=high, currency=currency, **value), **rest)

    def percentage(self, quote: str, amount: Any, **rest: Any) -> Mention:
        value = {key: rest.pop(key) for key in ("approx", "modifier", "lean", "unit", "step") if key in rest}
        low, high = ends(amount)
        value.setdefault("step", Decimal(1))
        return self.mark("percentage", quote, Percentage(low=low, high=high, **value), **rest)

    def quantity(self, quote: str, amount: Any, unit: str | None, **rest: Any) -> Mention:
        value = {key: rest.pop(key) for key in ("approx", "modifier", "lean", "per", "step") if key in rest}
        low, high = ends(amount)
        value.setdefault("step", Decimal(1))
        return self.mark("quantity", quote, Quantity(low=low, high=high, unit=unit, **value), **rest)

    def change(self, quote: str, *, direction: str | None = None, **size: Any) -> Mention:
        rest = {key: size.pop(key) for key in ("of", "holder") if key in size}
        sizes = {
            key: Decimal(str(n)) for key, n in size.items() if key in ("factor", "percent", "points", "delta")
        }
        if "factor" not in sizes:
            sizes["step"] = Decimal(1)
        value = Change.model_validate({**size, **sizes, "direction": direction})
        return self.mark("change", quote, value, direction=direction, **rest)

    def date(self, quote: str, value: str, **rest: Any) -> Mention:
        timex = Timex(type=rest.pop("type", "DATE"), value=value)
        given = {key: rest.pop(key) for key in ("earliest", "latest") if key in rest}
        return self.mark("date", quote, Date(timex=timex, **given), **rest)

    def place(self, quote: str, **rest: Any) -> Mention:
        keys = [key for key in rest if key in Place.model_fields]
        return self.mark("place", quote, Place(name=quote, **{key: rest.pop(key) for key in keys}), **rest)

    def link(self, mention: Mention, name: LinkName, other: Mention, by: Any = "clause") -> Mention:
        mention.links.setdefault(name, []).append((self.mentions.index(other), by))
        return mention

    def levels(self, change: Mention, old: Mention | None, new: Mention | None, by: Any = "clause") -> None:
        for name, level in (("from", old), ("to", new)):
            if level is not None:
                self.link(change, name, level, by)  # type: ignore[arg-type]

    def claims(self) -> list[Claim]:
        text = self.article.text
        rows = [(m.kind, str(m.sentence), text[m.start : m.end]) for m in self.mentions]
        names = claim_names(self.article.id, rows)
        return [self._freeze(at, names) for at in range(len(self.mentions))]

    def _freeze(self, at: int, names: list[tuple[str, str]]) -> Claim:
        mention = self.mentions[at]
        quote = {name: self._quote(getattr(mention, name)) for name in ("of", "holder", "base")}
        links = {
            name: [Link(claim=names[i][0], by=by) for i, by in rows] for name, rows in mention.links.items()
        }
        return CLAIM_BY_KIND[mention.kind](  # type: ignore[return-value]
            id=names[at][0],
            key=names[at][1],
            article=self.article.id,
            quote=self._quote((mention.start, mention.end)),
            sentence=Extent(start=mention.start, end=mention.end),
            section=mention.section,
            rule=mention.rule,
            direction=mention.direction,
            links=Links.model_validate(links),
            clues=mention.clues,
            value=mention.value,
            **quote,
        )

    def _quote(self, span: tuple[int, int] | None) -> Quote | None:
        return Quote(start=span[0], end=span[1], text=self.article.text[slice(*span)]) if span else None

    def findings(self, tables: Tables | None = None) -> list[Finding]:
        index = Index(self.mentions, self.article.text).complete()
        return run_checks(self.claims(), index, self.article, tables=tables or Tables())


def ends(amount: Any) -> tuple[Decimal | None, Decimal | None]:
    """Printed ends: one number for both, a pair as it is."""
    pair = amount if isinstance(amount, tuple) else (amount, amount)
    low, high = (None if end is None else Decimal(str(end)) for end in pair)
    return low, high


def verdicts(findings: list[Finding]) -> list[tuple[str, str, str]]:
    """(check, verdict, severity) of each finding."""
    return [(finding.check, finding.verdict, finding.severity) for finding in findings]
