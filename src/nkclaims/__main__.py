"""``python -m nkclaims`` is ``nkclaims``."""

from nkclaims.cli import main

if __name__ == "__main__":
    main()
