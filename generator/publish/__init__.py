"""The last stage: Markdown and data files become a site, with MkDocs and Material."""

from .site import build_site, serve_site

__all__ = ["build_site", "serve_site"]
