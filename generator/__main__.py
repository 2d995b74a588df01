"""`python -m generator` is `atlas`."""

from .cli import main

main()
