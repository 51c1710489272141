"""Profiles of Hypothesis: `pytest --hypothesis-profile=long tests/test_properties.py` looks far longer."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("long", max_examples=3000, print_blob=True)
