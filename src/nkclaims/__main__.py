"""``python -m nkclaims`` is ``nkclaims``."""

from nkclaims.cli import main

main()
