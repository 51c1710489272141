"""What readings may know of the document around the words they read."""

from __future__ import annotations

from dataclasses import dataclass, field

from nkclaims.atoms.scan import Atoms
from nkclaims.model.article import Article


@dataclass(slots=True)
class Context:
    """The document a span stands in.

    comma_decimal  the text writes decimals with a comma      vague  vague dates ("recently") are wanted
    """

    article: Article
    atoms: Atoms
    comma_decimal: bool = False
    vague: bool = True
    notes: dict[str, str] = field(default_factory=dict)
