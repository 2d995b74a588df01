"""The taxonomy: countries, groups, themes and sources as data that an editor tunes (content/taxonomy/*.yml)."""

from .load import load_taxonomy
from .model import Country, Group, Source, Taxonomy, Theme
from .outlets import SourceNames, compile_sources

__all__ = ["Country", "Group", "Source", "SourceNames", "Taxonomy", "Theme", "compile_sources", "load_taxonomy"]
