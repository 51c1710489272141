"""A text's blocks: its lines, or where lines are broken at a column, its paragraphs; and their shapes.

Offsets are code points of the text exactly as given: nothing is normalised.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

LONG = 400
"""Characters from which a block is body by its length alone; its words are not looked at."""

_LINE = re.compile(r"[^\r\n\v\f\u2028\u2029]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SENTENCE_END = re.compile(r"[.…][\"'”’»)\]]*$")
_CLOSED = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


@dataclass(slots=True)
class Block:
    """A line or a paragraph.

    shape   its words with single spaces and nothing invisible; "" for a block of LONG characters or more
    words   how many; 99 for a long block
    gap     a blank line, or the text's beginning, stands before it
    prose   it reads as a paragraph: it ends a sentence after at least eight words, or has twenty-five
    """

    start: int
    end: int
    shape: str
    words: int
    gap: bool
    prose: bool


def split_lines(text: str) -> list[tuple[int, int, bool]]:
    """(start, end, gap) of every line that is not blank, without the white space around it.

    >>> split_lines("a\\r\\n \\r\\n b ")
    [(0, 1, True), (7, 8, True)]
    """
    lines = []
    last = -1
    for found in _LINE.finditer(text):
        line = found.group()
        start, end = found.span()
        if line[0].isspace() or line[-1].isspace():
            kept = line.lstrip()
            if not kept:
                continue
            start = end - len(kept)
            end = start + len(kept.rstrip())
        between = text[last:start] if last >= 0 else ""
        gap = last < 0 or max(map(between.count, "\n\r\u2028")) > 1 or "\u2029" in between
        lines.append((start, end, gap))
        last = end
    return lines


def is_wrapped(text: str, lines: list[tuple[int, int, bool]]) -> bool:
    """Whether lines are broken at a column, so that a single newline is a space.

    Of the long lines that end in the middle of a sentence, in wrapped prose most run on into a small letter;
    a line that is a title, a heading or an item of a list does not.

    >>> long = "The committee met for the third time that week and"
    >>> text = f"{long}\\nadjourned without a vote."
    >>> is_wrapped(text, split_lines(text))
    True
    """
    open_joints = soft = 0
    for (start, end, _), (after, _, gap) in pairwise(lines):
        if gap or not 40 <= end - start <= 2 * LONG or _CLOSED.search(text, end - 4, end):
            continue
        open_joints += 1
        soft += text[after].islower()
    return soft > 0 and soft >= 0.4 * open_joints


def _block(text: str, start: int, end: int, gap: bool) -> Block:
    if end - start >= LONG:
        return Block(start, end, "", 99, gap, True)
    shape = text[start:end]
    if not shape.isascii():
        shape = _INVISIBLE.sub("", shape)
    words = shape.split()
    count = len(words)
    shape = " ".join(words)
    prose = count >= 25 or (count >= 8 and _SENTENCE_END.search(shape, len(shape) - 4) is not None)
    return Block(start, end, shape, count, gap, prose)


def _paragraphs(text: str, lines: list[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    """Lines broken at a column joined again.

    A line runs on where its successor's first word would not have fitted on it, or where it is not short and
    its successor goes on in a small letter. A paragraph that is cut in two all the same loses nothing.
    """
    widths = sorted(end - start for start, end, _ in lines)
    column = widths[int(0.95 * (len(widths) - 1))]
    joined = [lines[0]]
    for (start, end, _), (after, stop, gap) in pairwise(lines):
        space = text.find(" ", after, min(stop, after + 40))
        first = (space if space >= 0 else stop) - after
        full = end - start + 1 + first > 0.95 * column
        runs_on = (
            end - start > 0.7 * column
            and text[after].islower()
            and not _CLOSED.search(text, max(start, end - 4), end)
        )
        if not gap and (full or runs_on):
            joined[-1] = (joined[-1][0], stop, joined[-1][2])
        else:
            joined.append((after, stop, gap))
    return joined


def blocks(text: str) -> tuple[list[Block], bool]:
    """The text's blocks in order, which hold its every word, and whether its lines are broken at a column.

    >>> [block.shape for block in blocks("One\\n\\nTwo  words")[0]]
    ['One', 'Two words']
    """
    lines = split_lines(text)
    wrapped = is_wrapped(text, lines)
    if wrapped:
        lines = _paragraphs(text, lines)
    return [_block(text, start, end, gap) for start, end, gap in lines], wrapped
