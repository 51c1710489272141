"""What each command of ``nkclaims`` does, one file each; the options stand in cli.py."""
