"""What mkdocs.yml says of the site: its name and public address. Feeds, citations and downloads carry both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import yaml
from yaml_env_tag import construct_env_tag

from .embargo import build_day

_NAME = "Cooperation Atlas"
#: Stands for the clock, which is not asked.
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Site:
    """The site as a whole."""

    name: str = _NAME
    description: str = ""
    url: str = ""  # ends in a slash; empty where it is not known
    built: date | None = None  # the day that SOURCE_DATE_EPOCH names; None without it, so that no clock is in the pages

    def address(self, path: str) -> str:
        """The public address of a page (`countries/fr.md`) or file of the tree; empty where the site's is not known."""
        return self.url + quote(page_url(path)) if self.url else ""


def page_url(path: str) -> str:
    """Where a page or file of the tree is found below the site's root: `countries/fr/` for `countries/fr.md`."""
    folder, _, name = path.rpartition("/")
    if not name.endswith(".md"):
        return path
    parts = [folder] if folder else []
    parts += [name.removesuffix(".md")] if name != "index.md" else []
    return "".join(f"{part}/" for part in parts)


class _Lenient(yaml.SafeLoader):
    """Reads mkdocs.yml without running what its tags for Python name; those values are of no use here."""


_Lenient.add_constructor("!ENV", construct_env_tag)
_Lenient.add_multi_constructor("", lambda loader, suffix, node: None)


def read_site(path: Path, environment: Mapping[str, str]) -> Site:
    """The site that the mkdocs.yml at `path` describes; the defaults where it is missing or wrong (MkDocs says how)."""
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), _Lenient)  # noqa: S506 - made of SafeLoader
    except (OSError, ValueError, yaml.YAMLError):
        data = None
    return site_of(data if isinstance(data, dict) else {}, environment)


def site_of(data: Mapping[str, Any], environment: Mapping[str, str]) -> Site:
    """The site that these values of mkdocs.yml describe, built on the day that the environment names, if it does."""
    url = str(data.get("site_url") or "").strip()
    return Site(
        name=str(data.get("site_name") or _NAME),
        description=str(data.get("site_description") or ""),
        url=url.rstrip("/") + "/" if url else "",
        built=_built(environment),
    )


def _built(environment: Mapping[str, str]) -> date | None:
    try:
        return build_day(environment, _NEVER) if environment.get("SOURCE_DATE_EPOCH", "").strip() else None
    except ValueError:
        return None
