"""nkclaims reads a news article and says, number by number, what it claims."""

__version__ = "0.1.0"
