"""nkclaims reads a news article and says, number by number, what it claims; then it does the arithmetic again.

>>> import nkclaims
>>> result = nkclaims.load().extract("Pay rose to 300 yuan.", published="2025-10-30")
>>> [claim.value.low for claim in result.claims if claim.kind == "money"]
[Decimal('300')]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["NkclaimsError", "__version__", "load", "read_articles"]

if TYPE_CHECKING:
    from nkclaims.engine import load as load
    from nkclaims.errors import NkclaimsError as NkclaimsError
    from nkclaims.inputs.read import read as read_articles

_WHERE = {
    "load": ("nkclaims.engine", "load"),
    "read_articles": ("nkclaims.inputs.read", "read"),
    "NkclaimsError": ("nkclaims.errors", "NkclaimsError"),
}


def __getattr__(name: str) -> Any:
    """The public names, imported when first asked for, so that ``import nkclaims`` stays quick."""
    if name in _WHERE:
        from importlib import import_module

        module, known_as = _WHERE[name]
        return getattr(import_module(module), known_as)
    raise AttributeError(f"module 'nkclaims' has no attribute {name!r}")
