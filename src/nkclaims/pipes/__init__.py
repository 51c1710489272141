"""The spaCy components, one file a family: they find spans and write span groups, nothing else."""
