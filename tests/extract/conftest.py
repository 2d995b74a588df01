"""What the tests of extract share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.extract import Lexicon, compile_lexicon, extract
from generator.model import Article, Findings
from generator.settings import Project, Settings
from generator.taxonomy import Taxonomy, load_taxonomy


@pytest.fixture(scope="session")
def taxonomy(tmp_path_factory: pytest.TempPathFactory) -> Taxonomy:
    """The taxonomy that we ship."""
    loaded, problems = load_taxonomy(Project(Path(tmp_path_factory.mktemp("project")), Settings()))
    assert not [problem for problem in problems if "countries" in str(problem) or "groups" in str(problem)]
    return loaded


@pytest.fixture(scope="session")
def lexicon(taxonomy: Taxonomy) -> Lexicon:
    """The lexicon of the taxonomy that we ship."""
    return compile_lexicon(taxonomy)


Read = Callable[..., Findings]


@pytest.fixture(scope="session")
def read(lexicon: Lexicon) -> Read:
    """Extracts from a body, with a title and a home: `read(body, title="...", home="CN")`."""

    def run(body: str, title: str | None = "T", home: str | None = "CN", **more: str | None) -> Findings:
        fields: dict[str, str | None] = {"date": "2024-05-06", **more}
        article = Article(
            doc="a.txt",
            item=1,
            id="a",
            title=title,
            date=fields["date"],
            date_basis=None,
            source=None,
            source_id=fields.get("source_id"),
            byline=None,
            url=None,
            body=body,
            language=fields.get("language"),
        )
        return extract(article, lexicon, home, ())

    return run
