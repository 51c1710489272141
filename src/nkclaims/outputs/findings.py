"""Findings in a terminal: worst first, each with its sentence, its quotes and its working."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from nkclaims.model.article import Article
from nkclaims.model.findings import ArticleRecord, Finding, Severity, Verdict
from nkclaims.outputs.table import one_line

ORDER: tuple[Verdict, ...] = ("inconsistent", "tension", "by_rounding", "consistent", "unchecked")
_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
_MARKS: dict[Verdict, tuple[str, str]] = {
    "inconsistent": ("✗", "bold red"),
    "tension": ("!", "bold yellow"),
    "by_rounding": ("✓", "green"),
    "consistent": ("✓", "green"),
    "unchecked": ("·", "dim"),
}
SAID: dict[Verdict, tuple[str, str]] = {  # of one, of several
    "inconsistent": ("does not agree", "do not agree"),
    "tension": ("is in tension", "are in tension"),
    "by_rounding": ("agrees once rounding is allowed for", "agree once rounding is allowed for"),
    "consistent": ("agrees", "agree"),
    "unchecked": ("was not checked", "were not checked"),
}


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """By verdict, then by severity, then as they stand in the text."""
    return sorted(
        findings, key=lambda f: (ORDER.index(f.verdict), _SEVERITIES.index(f.severity), f.quotes[0].start)
    )


def coverage(record: ArticleRecord) -> str:
    """How many of the numbers stood in a check, in a line."""
    checked = record.checked
    if not checked.numbers:
        return "no numbers to check"
    noun = "number" if checked.numbers == 1 else "numbers"
    return f"{checked.in_a_check} of {checked.numbers} {noun} stood in a check"


def tally_line(findings: Iterable[Finding]) -> str:
    """How many findings there are of each verdict.

    >>> tally_line([])
    'nothing to check'
    """
    counts = Counter(finding.verdict for finding in findings)
    said = [f"{counts[verdict]} {SAID[verdict][counts[verdict] > 1]}" for verdict in ORDER if counts[verdict]]
    return ", ".join(said) if said else "nothing to check"


def findings_view(
    article: Article, record: ArticleRecord, findings: Sequence[Finding], *, all_of_them: bool = False
) -> RenderableType:
    """An article's findings for a terminal; ``all_of_them`` shows what could not be checked, one by one."""
    rows = worst_first(findings)
    shown = [f for f in rows if all_of_them or f.verdict != "unchecked"]
    heading = Text(one_line(article.title or article.id), "bold")
    if article.title and article.title != article.id:
        heading.append(f"  {one_line(article.id)}", "dim")
    parts: list[RenderableType] = [heading, Text("")]
    parts += [part for finding in shown for part in _finding(finding, article)]
    hidden = len(rows) - len(shown)
    if hidden:
        parts += [Text(f"· {hidden} {SAID['unchecked'][hidden > 1]} (--all shows why)", "dim")]
    parts += [Text(f"{tally_line(findings)}; {coverage(record)}.", "bold" if shown else "")]
    return Group(*parts)


def _finding(finding: Finding, article: Article) -> Iterator[RenderableType]:
    mark, style = _MARKS[finding.verdict]
    if finding.verdict == "inconsistent" and finding.severity != "error":
        style = "bold yellow"
    line = Text(f"{mark} ", style)
    line.append(one_line(finding.message))
    yield line
    yield _indented(Text(f"{finding.check}  ", "dim").append(finding.expression, "not dim"))
    if finding.verdict in ("inconsistent", "tension"):
        for quote in finding.quotes:
            at = article.text.count("\n", 0, quote.start) + 1
            yield _indented(
                Text(f"line {at}: ", "dim").append_text(in_context(article.text, quote.start, quote.end))
            )
        for alternative in finding.alternatives:
            yield _indented(Text("or: ", "dim").append(one_line(alternative)))
    for assumption in finding.assumptions:
        yield _indented(Text("assumed: ", "dim").append(one_line(assumption), "italic dim"))
    yield Text("")


def _indented(text: Text) -> Padding:
    return Padding(text, (0, 0, 0, 2))


def in_context(text: str, start: int, end: int, width: int = 32) -> Text:
    """A quote with some of the words around it, on one line, the quote underlined."""
    left, right = text[max(0, start - width) : start], text[end : end + width]
    if start > width and " " in left:
        left = "…" + left[left.index(" ") + 1 :]
    if end + width < len(text) and " " in right:
        right = right[: right.rindex(" ")] + "…"
    shown = Text(" ".join(left.split()) + (" " if left[-1:].isspace() else ""), "dim")
    shown.append(one_line(text[start:end]), "underline not dim")
    shown.append((" " if right[:1].isspace() else "") + " ".join(right.split()), "dim")
    return shown
