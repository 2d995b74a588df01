"""Cooperation Atlas: a static site generator for articles about international science and technology cooperation.

Read `pipeline.py` first: it names the stages in order. `model.py` holds the values they hand on.
"""

__version__ = "0.1.0"
