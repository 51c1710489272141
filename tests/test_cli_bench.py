"""bench: the clock counts each stage's own time, leaves everything as it was, and the texts differ."""

from __future__ import annotations

from pathlib import Path

from nkclaims import assemble, engine
from nkclaims.commands.bench import LATENCY_WORDS, articles, by_stage, rotations
from nkclaims.commands.stages import BUDGET, Clock
from nkclaims.engine import load

CORPUS = Path(__file__).parents[1] / "corpus"


def test_every_stage_is_timed_and_the_pipeline_left_as_it_was() -> None:
    before = (assemble.read_money, assemble.link, engine.freeze)
    pipeline = load()
    pipes = list(pipeline.nlp._components)
    measured = by_stage(pipeline, articles(CORPUS)[:1])
    assert measured.keys() == BUDGET.keys() and all(value > 0 for value in measured.values())
    assert (assemble.read_money, assemble.link, engine.freeze) == before
    assert pipeline.nlp._components == pipes


def test_inner_time_is_not_counted_twice() -> None:
    clock = Clock()
    inner = clock.wrap("inner", lambda: sum(range(400_000)))
    clock.wrap("outer", inner)()
    assert clock.seconds["outer"] < clock.seconds["inner"]


def test_latency_articles_differ_and_have_their_length() -> None:
    made = list(rotations(articles(CORPUS), 20))
    assert len(set(made)) == 20 and {len(text.split()) for text in made} == {LATENCY_WORDS}
