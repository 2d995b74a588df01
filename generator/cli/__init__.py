"""The commands, a file each. Only this folder talks to a person: results go to stdout, talk goes to stderr."""

from . import ask, brief, build, check, diff, evaluate, extract, new, review  # importing a command adds it to the group
from .base import main

__all__ = ["ask", "brief", "build", "check", "diff", "evaluate", "extract", "main", "new", "review"]
