"""The taxonomy: countries, groups, themes and sources as data that an editor tunes (content/taxonomy/*.yml)."""

from .load import load_taxonomy
from .model import Country, Group, Source, Taxonomy, Theme

__all__ = ["Country", "Group", "Source", "Taxonomy", "Theme", "load_taxonomy"]
