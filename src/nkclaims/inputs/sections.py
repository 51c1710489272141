"""What each block of a page is, by its shape and its place among the others.

The first and the last paragraph (a block that reads as prose and is no furniture) divide the page: above them
stand header, title and byline, between them body and headings, below them what the page adds. Words of
furniture (data/furniture.toml) decide only short blocks. In doubt a block is body: what is called body by
mistake costs a false claim or two, what is called furniture by mistake loses the news.
"""

from __future__ import annotations

import re

from nkclaims.inputs.blocks import Block
from nkclaims.inputs.datelines import find_dateline
from nkclaims.inputs.dates import is_labelled, read_line
from nkclaims.inputs.vocabulary import fold, fold_count, holds, starts_with, vocabulary
from nkclaims.model.claims import Section

FURNITURE_WORDS = 45
"""Words up to which a block may be furniture by how it begins: a cookie notice is a sentence or two."""
MOST_ABOVE = 8
"""Short blocks above the first paragraph up to which one is the title; more are a list, and so body."""
MOST_UNDER = 2
"""Short blocks under the title up to which they are headings: a subtitle, a summary; three are a list."""
MOST_KICKER = 3
"""Words of a kicker that is not in capitals; it is one only above a title of five words or more."""
FOOTER = 3
"""Blocks of furniture below the last paragraph from which the page's foot has begun."""
RELATED_RUN = 30
"""Blocks that a list of related stories takes at most."""

_OPEN_END = re.compile(r"[.!,;:…][\"'”’)\]]*$")
_SENTENCE = re.compile(r"(?<![.])\.[\"'”’)]*$")
_MORE_THAN_ONE = re.compile(r"[.!?][\"'”’]* [A-Z]|--")
_BULLET = re.compile(r"(?:[•●▪*·–—-]|\(?\d{1,2}[.)])\s")
_BYLINE = re.compile(
    r"(?:by|from(?=.* in )|(?:words|story|report|text) by|reporting from)[: ]\s*(?P<who>\S.*)", re.IGNORECASE
)
_SMALL_IN_NAMES = frozenset(
    "& al and at bin da de del den der di dos du e el for ibn in la le of on the to van von with y".split()
)
_ADDRESS = re.compile(r"\S+@\S+\.\w+|https?://\S+|www\.\S+|@\w{2,30}")
_DOCUMENT_ID = re.compile(r"(?=\S*[^\W\d_])(?=\S*[\d_])[\w.\-/]{3,40}")
_SLUG = re.compile(
    r"[A-Z]{2}--?[A-Z]\S*.{0,60}?,\s?\d{3,4}(?:-\d+)?|[A-Z]+[A-Z\d]*-[A-Z/\-]+(?: \([A-Z, ]+\))?"
)
_TRAIL = re.compile(r"\S (?P<sep>[/>»›|]) [^/>»›|]+ (?P=sep) \S")
_SIGNED = re.compile(r"\(?[A-Za-z]{2,4}(?:/[A-Za-z]{2,4})+\)?")
_AMOUNT = re.compile(r"[$€£¥%₹₽₩]|\d,\d{3}")
_AGE = re.compile(r"(?:\d+|an?) (?:min(?:ute)?|hour|day|week|month|year)s? ago", re.IGNORECASE)


def label(blocks: list[Block], title: str | None = None) -> list[Section]:
    """One section a block. Where no block is a paragraph (a list, a post, a heading) all are body.

    ``title`` is one given beside the text: the block that repeats it is the title.
    """
    marks: list[Section | None] = [_by_words(block) for block in blocks]
    prose = [i for i, block in enumerate(blocks) if block.prose and marks[i] is None]
    if not prose or len(blocks) == 1:
        return ["body"] * len(blocks)
    first, last = prose[0], prose[-1]
    above = _above(blocks[:first], marks[:first], title)
    within = _within(blocks, marks, first, last)
    below = _below(blocks[last + 1 :], marks[last + 1 :])
    return above + within + below


def _by_words(block: Block) -> Section | None:
    """Furniture, related, caption or byline by a short block's own words; None where they do not say."""
    if block.words > FURNITURE_WORDS:
        return None
    words = vocabulary()
    folded = fold(block.shape)
    if not folded:
        return None if any(c.isalnum() for c in block.shape) else "furniture"
    if folded in words.lines or fold_count(folded) in words.lines or starts_with(folded, words.starts):
        return "furniture"
    if (
        holds(folded, words.contains)
        or _READING_TIME.fullmatch(folded)
        or (block.words <= 4 and folded.endswith(("newsletter", "newsletters")))
    ):
        return "furniture"
    if starts_with(folded, words.story_credits) or _is_contribution(block, folded):
        return "byline"
    if starts_with(folded, words.caption_starts):
        return "furniture" if block.words <= 5 and starts_with(folded, words.photo_credits) else "caption"
    if starts_with(folded, words.photo_credits):
        return "furniture" if block.words <= 8 else "caption"
    if block.words > 5 and (_ends_in_credit(folded) or holds(block.shape, words.caption_inside)):
        return "caption"
    if _is_pointer(block, folded):
        return "related"
    return None


_READING_TIME = re.compile(r"(?:reading time:? )?\d{1,3}[ -]min(?:ute)?s?(?: (?:read|listen|watch|video))?")
"""What sites print of a story's length: "3 min read"."""


def _is_contribution(block: Block, folded: str) -> bool:
    """One sentence that says who else wrote: "AP writer Ann Reid in Oban contributed to this report."."""
    return holds(folded, vocabulary().contributed) and not _MORE_THAN_ONE.search(block.shape)


def _ends_in_credit(folded: str) -> bool:
    """Whether a line ends as captions do: "(AP Photo/Ann Reid)", "Photograph: Ann Reid/Reuters"."""
    words = vocabulary()
    bracket = folded.rfind("(") + 1
    in_brackets = bracket > 0 and folded.endswith(")") and starts_with(folded[bracket:], words.photo_credits)
    return in_brackets or folded.rstrip(")] .").endswith(words.caption_ends)


def _is_pointer(block: Block, folded: str) -> bool:
    """A line that points to another story: "Read more: Ferry talks stall again"."""
    head, colon, tail = folded.partition(":")
    if not colon or block.words > 25 or block.shape.endswith("."):
        return False
    return head in vocabulary().related_prefixes and bool(tail.strip())


def _is_opener(block: Block) -> bool:
    """The heading of a list of related stories."""
    if block.words > 6 or not block.shape:
        return False
    words = vocabulary()
    folded = fold(block.shape)
    if folded in words.openers:
        return True
    return starts_with(folded, words.opener_starts) and not _OPEN_END.search(block.shape)


def is_byline(shape: str, *, names: int = 14) -> bool:
    """Whether a line says who wrote the article: "by Andrea Rossi", "By JANE DOE and A. N. Other", "Reuters".

    >>> is_byline("By Jane Doe in Paris"), is_byline("By then it was too late")
    (True, False)
    """
    folded = fold(shape)
    if folded in vocabulary().agencies:
        return True
    found = _BYLINE.fullmatch(shape)
    if found is None or shape.endswith((".", "!", "?", ":")):
        return False
    who = re.findall(r"[^\s,|/]+", _ADDRESS.sub("", found["who"]))
    capitals = sum(word[0].isupper() for word in who)
    small = [word for word in who if word[0].islower() and word not in _SMALL_IN_NAMES]
    roles = sum(word.rstrip("s.") in vocabulary().roles for word in small)
    return 0 < len(who) <= names and capitals > 0 and who[0][0].isupper() and len(small) - roles <= 1


def _is_role(shape: str) -> bool:
    """What follows a byline: a role, a desk, an address ("Staff writer", "jane@example.org")."""
    words = fold(shape).replace(",", " ").split()
    known = vocabulary().roles
    return len(words) <= 8 and (any(w.rstrip("s") in known for w in words) or bool(_ADDRESS.fullmatch(shape)))


def _ends_in_role(shape: str) -> bool:
    """Whether a line ends as a signature does: "Jane Doe Scotland correspondent"."""
    return not any(c.isdigit() for c in shape) and shape.split()[-1].casefold() in vocabulary().roles


def _above(blocks: list[Block], marks: list[Section | None], title: str | None) -> list[Section]:
    """Header, kicker, title and byline, as they stand above the first paragraph."""
    sections: list[Section] = []
    for i, block in enumerate(blocks):
        sections.append(marks[i] or _header_mark(block, sections[-1:] == ["byline"]) or "body")
    rest = [i for i, section in enumerate(sections) if section == "body"]
    byline = sections.index("byline") if "byline" in sections else None
    at = _find_title(blocks, rest, title, byline)
    if at is None:
        return sections
    sections[at] = "title"
    for i in rest:
        short = _is_kicker(blocks[i]) or blocks[i].words <= MOST_KICKER
        if i < at and short and _is_title(blocks[i]):
            sections[i] = "header"
    after = [i for i in rest if i > at]
    for i in reversed(after):
        named = blocks[i].words <= 4 and sections[i + 1 : i + 2] == ["byline"] and blocks[i].shape.istitle()
        if named or (blocks[i].words <= 6 and _ends_in_role(blocks[i].shape)):
            sections[i] = "byline"
    under = [i for i in after if sections[i] == "body" and _is_title(blocks[i])]
    if len(under) <= MOST_UNDER:
        for i in under:
            sections[i] = "heading"
    return sections


def _find_title(blocks: list[Block], rest: list[int], title: str | None, byline: int | None) -> int | None:
    """The title's position among the blocks that nothing else claims; None where none can be told.

    Where a site's menu stands above, only a byline shows where the article begins.
    """
    wanted = fold(title) if title else None
    given = [i for i in rest if wanted and fold(blocks[i].shape) == wanted]
    titles = [i for i in rest if _is_title(blocks[i])]
    if given:
        return given[0]
    if len(rest) > MOST_ABOVE:
        titles = [
            i for i in titles if byline is not None and byline - 3 <= i < byline and blocks[i].words > 3
        ]
    if not titles:
        return None
    longest = max(blocks[i].words for i in titles)
    most = MOST_KICKER if longest >= 5 else 1
    proper = [i for i in titles if blocks[i].words > most and not _is_kicker(blocks[i])]
    return (proper or titles)[0]


def _header_mark(block: Block, after_byline: bool) -> Section | None:
    shape, folded = block.shape, fold(block.shape)
    if folded in vocabulary().openers or (folded in vocabulary().navigation and block.words <= 3):
        return "header"
    if (
        is_byline(shape)
        or (block.words <= 12 and _ADDRESS.search(shape))
        or (after_byline and _is_role(shape))
    ):
        return "byline"
    if read_line(shape) is not None or _AGE.fullmatch(shape):
        return "header"
    if _BYLINE.match(shape) and read_line(shape, most_words=8) is not None:
        return "header"
    if (_DOCUMENT_ID.fullmatch(shape) and block.words == 1) or _SLUG.fullmatch(shape) or _TRAIL.search(shape):
        return "header"
    dateline = find_dateline(shape, 0, len(shape))
    return "dateline" if dateline is not None and dateline.end == len(shape) else None


def _is_title(block: Block) -> bool:
    shape = block.shape
    opens = shape[:1].isupper() or shape[:1].isdigit() or shape[:1] in "\"'“‘«$€£#"
    return (
        opens
        and not _BULLET.match(shape)
        and not shape.endswith((",", ";", ":"))
        and not _SENTENCE.search(shape)
    )


def _is_kicker(block: Block) -> bool:
    """The words above a title that say what it is about: "NORTH KOREA"."""
    return block.words == 1 or (block.words <= 5 and block.shape.isupper())


def _is_heading(blocks: list[Block], marks: list[Section | None], i: int) -> bool:
    """A short line that opens what follows: it ends no sentence, stands apart, and a paragraph comes next."""
    block = blocks[i]
    if block.words > 12 or not _is_title(block) or _OPEN_END.search(block.shape):
        return False
    following = next((j for j in range(i + 1, min(i + 4, len(blocks))) if marks[j] is None), None)
    if following is None or not blocks[following].prose:
        return False
    return block.gap or (i > 0 and blocks[i - 1].prose)


def _within(blocks: list[Block], marks: list[Section | None], first: int, last: int) -> list[Section]:
    """Body, headings, and what the page put between the paragraphs."""
    sections: list[Section] = []
    run = 0  # blocks of a list of related stories still to come, at most
    for i in range(first, last + 1):
        block, mark = blocks[i], marks[i]
        if mark is not None:
            sections.append(mark)
        elif block.prose:
            run = 0
            sections.append("body")
        elif _is_opener(block) and not blocks[i + 1].prose:
            run = RELATED_RUN
            sections.append("related")
        elif _is_heading(blocks, marks, i) and not is_labelled(block.shape):
            run = 0
            sections.append("heading")
        elif run:
            run -= 1
            sections.append("related")
        else:
            sections.append(_loose_mark(block))
    return sections


def _loose_mark(block: Block) -> Section:
    """A short block between or below paragraphs that no list claims."""
    if is_labelled(block.shape):
        return "header"
    if is_byline(block.shape) or _SIGNED.fullmatch(block.shape):
        return "byline"
    return "related" if _is_opener(block) else "body"


def _below(blocks: list[Block], marks: list[Section | None]) -> list[Section]:
    """What stands under the last paragraph: credits, related stories, the foot of the page; else body."""
    sections: list[Section] = []
    pairs = _dated_pairs(blocks)
    foot, run = 0, 0
    for i, block in enumerate(blocks):
        mark = marks[i]
        if mark is None and _is_opener(block):
            run = RELATED_RUN
            mark = "related"
        elif mark == "furniture" and any(c.isalnum() for c in block.shape):
            run = 0
        elif mark is None and (run or i in pairs):
            run = max(0, run - 1)
            mark = "related"
        elif mark is None:
            mark = _loose_mark(block)
            if mark == "body" and foot and _is_foot(block, foot):
                mark = "furniture"
        foot += mark in ("furniture", "related")
        sections.append(mark)
    return sections


def _is_foot(block: Block, foot: int) -> bool:
    """Whether a short block belongs to the foot of the page, of which ``foot`` blocks stand before it."""
    if _AMOUNT.search(block.shape):
        return False
    address = block.words <= 12 and _ADDRESS.search(block.shape) is not None
    return foot >= FOOTER or address or fold(block.shape) in vocabulary().navigation


def _dated_pairs(blocks: list[Block]) -> set[int]:
    """Positions of titles with a date line under each, two at least: a list of stories without a heading."""
    dates = {i for i in range(1, len(blocks)) if read_line(blocks[i].shape, most_words=0) is not None}
    pairs = [
        i
        for i in dates
        if i - 1 not in dates and not is_labelled(blocks[i].shape) and blocks[i - 1].words > 2
    ]
    return {i - step for i in pairs for step in (0, 1)} if len(pairs) > 1 else set()
