"""Where the time of an extraction goes: the pipeline's own functions, each wrapped in a clock.

Nothing is done twice and nothing re-enacted: the names by which assemble.py and engine.py call their parts
are bound to timed ones for as long as the measurement lasts. A clock counts a stage's own time, without
that of stages inside it.
"""

from __future__ import annotations

import importlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import process_time
from typing import Any

BUDGET = {  # microseconds a word
    "tokenizer": 6.0,
    "atoms": 1.0,
    "numbers": 5.0,
    "dates": 5.0,
    "places": 6.0,
    "events and voices": 5.0,
    "links, dollars, checks": 3.0,
    "records out": 2.0,
    "the rest": 0.0,
}
_LINKS = "links, dollars, checks"
STAGES: dict[str, dict[str, tuple[str, ...]]] = {  # module -> stage -> names in it
    "nkclaims.pipes.tokenizer": {"atoms": ("scan",)},
    "nkclaims.assemble": {
        "numbers": ("context_of", "read_money", "read_percentages", "read_quantities", "with_elided"),
        "dates": ("read_dates",),
        "places": ("places_of",),
        "events and voices": ("read_events", "read_changes", "give_voices", "link_events"),
        _LINKS: ("link", "dollars", "in_sections"),
    },
    "nkclaims.engine": {
        _LINKS: ("Index", "run_checks"),
        "records out": ("freeze", "checked", "ArticleRecord"),
    },
    "nkclaims.inputs.article": {"the rest": ("parse",)},
}
PIPES = {
    "nkclaims_money": "numbers",
    "nkclaims_percentages": "numbers",
    "nkclaims_quantities": "numbers",
    "nkclaims_dates": "dates",
    "nkclaims_places": "places",
    "nkclaims_events": "events and voices",
    "nkclaims_changes": "events and voices",
}


class Clock:
    """Seconds of processor time by stage, each stage's own."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._inner: list[float] = []

    def wrap(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, timed."""

        def timed(*args: Any, **kwargs: Any) -> Any:
            self._inner.append(0.0)
            start = process_time()
            try:
                return function(*args, **kwargs)
            finally:
                whole = process_time() - start
                self.seconds[stage] += whole - self._inner.pop()
                if self._inner:
                    self._inner[-1] += whole

        return timed


@contextmanager
def clocked(pipeline: Any, clock: Clock) -> Iterator[None]:
    """Times the parts of a pipeline until the block ends. Raises AttributeError for a name that is gone."""
    undo: list[tuple[Any, str, Any]] = []
    nlp = pipeline.nlp
    try:
        for module_name, stages in STAGES.items():
            module = importlib.import_module(module_name)
            for stage, names in stages.items():
                for name in names:
                    undo.append((module, name, getattr(module, name)))
                    setattr(module, name, clock.wrap(stage, getattr(module, name)))
        undo.append((nlp, "tokenizer", nlp.tokenizer))
        nlp.tokenizer = clock.wrap("tokenizer", nlp.tokenizer)
        undo.append((nlp, "_components", nlp._components))
        nlp._components = [(name, clock.wrap(PIPES[name], pipe)) for name, pipe in nlp._components]
        yield
    finally:
        for owner, name, value in reversed(undo):
            setattr(owner, name, value)
