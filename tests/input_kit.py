"""What the tests of inputs share: a page copied from a site of our own, and short ways to read."""

from __future__ import annotations

import io
import json
from pathlib import Path

from nkclaims.inputs.article import parse
from nkclaims.inputs.read import read
from nkclaims.model.article import Article
from nkclaims.model.findings import ErrorRecord

BODY = "The harbour board met on Friday and put off the vote for a third time, its chairman said."


MORE = "Fishing crews from three villages had waited outside since the early morning for an answer."


PAGE = f"""04/17/2024, 09.05
WEST COAST
Email to a friend

Harbour vote put off again

by Morag Sinclair

{MORE}

Oban (CoastWire) – {BODY}

A year of waiting

{MORE}

Tags
Printable version
See also
Ferry timetable to change in summer
12/11/2019 15:14
Two crews rescued off Mull after engine fire
03/02/2018

Newsletter

Subscribe to our weekly letter
"The sea gives and takes" - an old saying of the isles
"""


def rows(article: Article) -> list[tuple[str, str]]:
    return [(part.section, article.text[part.start : part.end]) for part in article.parts]


def sections(text: str, **given_beside: str) -> list[str]:
    return [section for section, _ in rows(parse(text, **given_beside))]


TEXT = "Prices rose by 3 percent."


def line(**fields: object) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def from_lines(data: bytes, published: str | None = None) -> list[Article | ErrorRecord]:
    return list(read(["-"], input_format="jsonl", stdin=io.BytesIO(data), published=published))


def from_file(tmp_path: Path, name: str, data: bytes) -> Article | ErrorRecord:
    (tmp_path / name).write_bytes(data)
    (found,) = read([tmp_path / name])
    return found


def error(found: Article | ErrorRecord) -> ErrorRecord:
    assert isinstance(found, ErrorRecord)
    return found


def article(found: Article | ErrorRecord) -> Article:
    assert isinstance(found, Article)
    return found
