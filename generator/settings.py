"""The owner's settings (`content/atlas.yml`), validated, and where a project keeps its things."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Annotated
from urllib.parse import quote

from babel import Locale, UnknownLocaleError
from pydantic import BaseModel, ConfigDict, Field, field_validator

from .problems import Problem, error
from .site import Site, read_site
from .yamlfile import load_mapping

Code = Annotated[str, Field(pattern=r"^[A-Z]{2}$", examples=["FR"])]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$", examples=["zh"])]

#: The repository (in a checkout) or the package's own copy (when installed) of templates/ and content/taxonomy/.
_PACKAGE = Path(__file__).resolve().parent
BUNDLED = _PACKAGE / "bundled" if (_PACKAGE / "bundled").is_dir() else _PACKAGE.parent


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Limits(_Strict):
    """What a single input may cost."""

    file_bytes: int = Field(5_000_000, gt=0, description="largest article file, in bytes", examples=[5000000])


class Rights(_Strict):
    """How much of somebody else's text may be shown (DESIGN: default mode `extract`)."""

    words: int = Field(40, ge=0, description="longest extract in words, for scripts that have spaces", examples=[40])
    han: int = Field(70, ge=0, description="longest extract in Han characters", examples=[70])
    share: float = Field(0.25, ge=0, le=1, description="all extracts of an article, as a share of it", examples=[0.25])


class Settings(_Strict):
    """`content/atlas.yml`: whose cooperation the atlas is about, and how careful it is."""

    home: Code | None = Field(None, description="ISO code of the home; leave out for none", examples=["CN"])
    languages: tuple[Language, ...] = Field(
        ("en",),
        min_length=1,
        description="languages of the site: the first at its root, each other one in a folder of that name",
        examples=[["en", "zh"]],
    )
    never_partners: tuple[Code, ...] = Field((), description="places never filed as partners", examples=[["HK", "MO"]])
    limits: Limits = Limits()
    rights: Rights = Rights()
    own_source: str = Field(
        "cooperation-atlas", description="id in sources.yml of our own digests", examples=["cooperation-atlas"]
    )
    parquet: bool = Field(
        False, description="whether downloads include Parquet; needs the extra `parquet`", examples=["true"]
    )
    contact: str | None = Field(
        None,
        pattern=r"^(mailto:[^\s<>\"@]+@[^\s<>\"@]+|https?://[^\s<>\"]+)$",
        description="where to write about corrections and takedowns: the foot of every page leads there",
        examples=["mailto:a@example.org"],
    )
    editor: str = Field(
        "vscode://file{path}:{line}",
        pattern=r"^[a-z][a-z0-9+.\-]*:[^\s<>\"]*\{path\}[^\s<>\"]*$",
        description="what opens a file in the editor of texts, from the review queue of the preview",
        examples=["idea://open?file={path}&line={line}"],
    )

    @field_validator("languages")
    @classmethod
    def _known_languages(cls, tags: tuple[str, ...]) -> tuple[str, ...]:
        """Each language is one that CLDR knows, and is given once."""
        for tag in tags:
            try:
                Locale.parse(tag, sep="-")
            except UnknownLocaleError:
                raise ValueError(f"{tag} is no language that we know") from None
        if len(set(tags)) < len(tags):
            raise ValueError("a language is listed twice")
        return tags


@dataclass(frozen=True)
class Project:
    """A folder with a corpus in it, and its settings."""

    root: Path
    settings: Settings
    site: Site = field(default_factory=Site)

    @cached_property
    def articles(self) -> Path:
        """What was collected; never written by us."""
        return self.root / "content" / "articles"

    @cached_property
    def curation(self) -> Path:
        """The editors' decisions."""
        return self.root / "content" / "curation"

    @cached_property
    def redirects(self) -> Path:
        """Where articles went whose address has changed: see moved.py."""
        return self.root / "content" / "redirects.yml"

    @cached_property
    def history(self) -> Path:
        """What was published before: see changes/history.py."""
        return self.root / "content" / "history"

    @cached_property
    def pages(self) -> Path:
        """Hand-written pages."""
        return self.root / "content" / "pages"

    def taxonomy_file(self, name: str) -> Path:
        """The project's own taxonomy file, or the one we ship where it has none."""
        own = self.root / "content" / "taxonomy" / name
        return own if own.is_file() else BUNDLED / "content" / "taxonomy" / name

    @cached_property
    def template_folders(self) -> tuple[Path, ...]:
        """Where templates are looked for: the project's own first, then ours."""
        return (self.root / "templates", BUNDLED / "templates")

    def catalogues(self, tag: str) -> list[Path]:
        """The files that translate the site into the language `tag`, the best first; `zh` also serves `zh-Hant`."""
        names = dict.fromkeys((tag, tag.partition("-")[0]))
        files = [folder / "messages" / f"{name}.po" for name in names for folder in self.template_folders]
        return [file for file in files if file.is_file()]

    @cached_property
    def _resolved(self) -> Path:
        return self.root.resolve()

    def edit_address(self, name: str, line: int | None = None) -> str:
        """What opens the file `name`, a path from the project's root, at a line (from 1) in the owner's editor."""
        path = quote((self.root / name).resolve().as_posix())
        path = path if path.startswith("/") else f"/{path}"
        return self.settings.editor.replace("{path}", path).replace("{line}", str(line or 1))

    def display(self, path: Path) -> str:
        """A path as the user would type it from the project's root, with forward slashes."""
        try:
            return path.resolve().relative_to(self._resolved).as_posix()
        except (ValueError, OSError, RuntimeError):  # outside, or a link that leads to itself
            return path.as_posix()


def load_project(root: Path) -> tuple[Project, list[Problem]]:
    """The project in `root`; with the defaults and the problems where its settings are missing or wrong."""
    path = root / "content" / "atlas.yml"
    site = read_site(root / "mkdocs.yml", os.environ)
    if not path.is_file():
        return Project(root, Settings(), site), []
    settings, problems = load_mapping(path, Settings, "content/atlas.yml")
    if settings is None and not problems:
        problems = [error("settings", "the settings cannot be read.", file="content/atlas.yml")]
    project = Project(root, settings or Settings(), site)
    return project, [*problems, *_untranslated(project)]


def _untranslated(project: Project) -> list[Problem]:
    """The languages that the site is to speak and that nobody translated it into."""
    return [
        error(
            "no-catalogue",
            f"nobody has translated the site into {tag}.",
            file="content/atlas.yml",
            field="languages",
            example=f"templates/messages/{tag}.po, made with `pybabel init -i messages.pot -l {tag} -o {tag}.po`",
        )
        for tag in project.settings.languages
        if tag.partition("-")[0] != "en" and not project.catalogues(tag)
    ]
