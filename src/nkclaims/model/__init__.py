"""What every other part speaks; imports nothing else of nkclaims."""
