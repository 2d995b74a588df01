"""The stages in order: the first file to read.

    read     content/articles/*  -> Documents -> Articles -> Findings -> Records   (with every problem met on the way)
    catalog  all Records         -> Atlas
    render   the Atlas           -> Tree: Markdown pages and data files

Everything is read before anything is written. Only this module knows the order; no stage knows another.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from .catalog import Atlas, catalog
from .changes import Note, load_history
from .curate import Curation, curate, held_back, leftover, load_curation, recut
from .export import parquet
from .extract import Lexicon, compile_lexicon, extract
from .ingest import ingest_file, list_articles
from .model import Record, State
from .moved import load_moved
from .problems import Problem, error, warning
from .render import Tree, render
from .review import queue
from .segment import segment
from .settings import Project, load_project
from .site import Site
from .taxonomy import SourceNames, Taxonomy, compile_sources, load_taxonomy


@dataclass
class Run:
    """What a run of the stages came to."""

    project: Project
    taxonomy: Taxonomy
    records: list[Record] = field(default_factory=list)  # those that the site shows
    held: list[Record] = field(default_factory=list)  # drafts, embargoed and withdrawn ones: nothing may show them
    history: list[Note] = field(default_factory=list)  # what was published before
    moved: dict[str, str] = field(default_factory=dict)  # ids of articles by the ones that they had before
    curation: Curation = field(default_factory=Curation)  # what editors decided, and where it stands
    problems: list[Problem] = field(default_factory=list)
    files: int = 0
    seconds: dict[str, float] = field(default_factory=dict)  # by stage, in their order

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Adds the time spent inside to the stage."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + time.perf_counter() - start


@dataclass(frozen=True, slots=True)
class Tools:
    """What every article is read with: compiled once, from the taxonomy and the settings."""

    lexicon: Lexicon
    sources: SourceNames
    curation: Curation


def prepare(root: Path) -> tuple[Run, Tools]:
    """The settings, the taxonomy and the editors' decisions of the project in `root`."""
    project, problems = load_project(root)
    taxonomy, faults = load_taxonomy(project)
    curation, more = load_curation(project, taxonomy)
    history, wrong = load_history(project.history, project.display(project.history))
    run = Run(project, taxonomy, history=history, curation=curation, problems=[*problems, *faults, *more, *wrong])
    if project.settings.parquet and not parquet.available():
        run.problems.append(
            error(
                "no-pyarrow",
                "Parquet files are wanted, and pyarrow is not installed; they are left out.",
                file="content/atlas.yml",
                field="parquet",
                example="pip install 'cooperation-atlas[parquet]'",
            )
        )
    with run.timed("taxonomy"):
        tools = Tools(*_compiled(taxonomy), curation)
    return run, tools


_last: list[tuple[Taxonomy, Lexicon, SourceNames]] = []  # at most one


def _compiled(taxonomy: Taxonomy) -> tuple[Lexicon, SourceNames]:
    """What articles are read with; the last is kept, as a preview meets the same taxonomy at every change."""
    if not _last or _last[0][0] != taxonomy:
        _last[:] = [(taxonomy, compile_lexicon(taxonomy), compile_sources(taxonomy))]
    return _last[0][1:]


def read(run: Run, tools: Tools, files: list[tuple[Path, str]], home: str | None) -> Iterator[Record]:
    """The records of `files` (path, document name), one by one; problems and times are added to `run`.

    A file that cannot be read becomes a problem, and the others go on.
    """
    settings = run.project.settings
    for path, name in files:
        run.files += 1
        shown = run.project.display(path)
        with run.timed("ingest"):
            document, faults = ingest_file(path, name, settings.limits, shown)
        run.problems.extend(faults)
        if document is None:
            continue
        with run.timed("segment"):
            articles, faults = segment(document, tools.sources, shown)
        run.problems.extend(faults)
        cut = recut(articles, tools.curation)
        run.problems.extend(cut.problems)
        for article in cut.articles:
            with run.timed("extract"):
                findings = extract(article, tools.lexicon, home, settings.never_partners)
            with run.timed("curate"):
                earlier = cut.decisions.get(article.id, ())
                curated = curate(article, findings, home, tools.curation, run.taxonomy, earlier)
            run.problems.extend(curated.problems)
            yield curated.record


def read_project(root: Path, preview: bool = False, today: date | None = None) -> tuple[Run, Atlas]:
    """Everything a project holds, read and catalogued, before anything is written.

    What may not be published is left out of the catalogue, and with it out of everything made from that; a `preview`
    has the drafts and embargoed articles. `today` is the day for which embargoes are judged; without it all hold.
    """
    run, tools = prepare(root)
    files = list_articles(run.project.articles)
    if not files:
        run.problems.append(
            warning(
                "no-articles",
                "there is no article here; the site will be empty.",
                file=run.project.display(run.project.articles),
                example="a file such as content/articles/my-article.txt (`atlas new` makes one)",
            )
        )
    everything = held_back(tools.curation, read(run, tools, files, run.project.settings.home))
    run.problems.extend(leftover(tools.curation, everything))
    shown = {State.PUBLISHED, State.DRAFT, State.EMBARGOED} if preview else {State.PUBLISHED}
    for record in everything:
        state = record.status.on(today)
        now = replace(record, status=replace(record.status, state=state))
        (run.records if state in shown else run.held).append(now)
    withdrawn = [record for record in run.held if record.status.state is State.WITHDRAWN]
    with run.timed("catalog"):
        atlas, faults = catalog(run.records, run.taxonomy, run.project.settings, withdrawn)
    run.problems.extend(faults)
    pages = {record.article.id for record in atlas.records} | {tombstone.id for tombstone in atlas.withdrawn}
    run.moved, faults = load_moved(run.project.redirects, run.project.display(run.project.redirects), pages)
    run.problems.extend(faults)
    return run, atlas


def render_project(
    root: Path, preview: bool = False, today: date | None = None, site: Site | None = None
) -> tuple[Run, Tree]:
    """The whole site as Markdown and data files, complete before any site builder sees it.

    `preview` shows the editor everything, also what rights and states keep out of the published site; `today` is the
    day for which embargoes are judged. `site` is what the builder knows of the site, if not what mkdocs.yml says.
    """
    run, atlas = read_project(root, preview, today)
    if site is not None:
        run.project = replace(run.project, site=site)
    with run.timed("render"):
        questions = queue(atlas, run.curation, run.problems) if preview else []
        tree = render(atlas, run.project, preview, run.history, run.moved, questions)
    return run, tree
