"""Figures: what an article counts, measures and pays."""

from .find import find_figures
from .lexicon import FigureLexicon, compile_figures

__all__ = ["FigureLexicon", "compile_figures", "find_figures"]
