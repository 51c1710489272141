"""Profiles of Hypothesis: `pytest --hypothesis-profile=long tests/test_properties.py` looks far longer."""

from __future__ import annotations

from hypothesis import settings

# No deadlines: a test is never failed for the machine it runs on.
settings.register_profile("plain", deadline=None)
settings.register_profile("long", max_examples=3000, print_blob=True, deadline=None)
settings.load_profile("plain")
