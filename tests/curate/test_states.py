"""What is not for the public stays so, also where the decision about it is faulty or has lost its article."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.model import State, Status
from generator.problems import Severity

from .sample import about, digest, read, write

SIGNED = "by: Ana Editor\non: 2026-11-21\nwhy: Its publisher asked for it.\n"


def test_an_embargo_holds_before_its_day_and_without_a_day() -> None:
    status = Status(State.EMBARGOED, "2026-12-01")
    assert [status.on(day) for day in (None, date(2026, 11, 30))] == [State.EMBARGOED] * 2
    assert [status.on(day) for day in (date(2026, 12, 1), date(2027, 1, 1))] == [State.PUBLISHED] * 2
    assert Status(State.EMBARGOED).on(date(9999, 12, 31)) is State.EMBARGOED


@pytest.mark.parametrize(
    ("lines", "state"),
    [
        ("state: draft\n", State.DRAFT),
        ("state: embargoed\nuntil: 2026-12-01\n", State.EMBARGOED),
        ("state: withdrawn\n", State.WITHDRAWN),
    ],
)
def test_a_curation_file_gives_a_state(tmp_path: Path, lines: str, state: State) -> None:
    run, _ = read(write(tmp_path, {"d.txt": digest("bridge", "later")}))
    record = about(run, "114")
    run, atlas = read(write(tmp_path, {}, {"one.yml": f"article: {record.article.id}\n{SIGNED}{lines}"}))
    (held,) = run.held
    assert (held.article.id, held.status.state) == (record.article.id, state)
    assert held.status.why == "Its publisher asked for it."
    assert [one.article.doc for one in atlas.records] == ["d.txt"]
    assert [stone.why for stone in atlas.withdrawn] == ["Its publisher asked for it."] * (state is State.WITHDRAWN)


def test_an_editor_may_publish_what_its_file_calls_a_draft(tmp_path: Path) -> None:
    text = "---\nstate: draft\n---\nA lake\n\nChina and Chile study a lake together.\n"
    run, _ = read(write(tmp_path, {"d.md": text}))
    (held,) = run.held
    run, _ = read(write(tmp_path, {}, {"one.yml": f"article: {held.article.id}\n{SIGNED}state: published\n"}))
    assert (len(run.records), run.held) == (1, [])


@pytest.mark.parametrize("fault", ["tilte: A\n", "title: A: B\n", "partners: [QQ]\n"])
def test_a_faulty_file_that_gives_a_state_holds_its_article_back(tmp_path: Path, fault: str) -> None:
    run, _ = read(write(tmp_path, {"d.txt": digest("bridge", "later")}))
    id_ = about(run, "114").article.id
    run, _ = read(write(tmp_path, {}, {"one.yml": f"article: {id_}\n{SIGNED}state: withdrawn\n{fault}"}))
    assert [(one.article.id, one.status.state) for one in run.held] == [(id_, State.DRAFT)]
    assert [problem.severity for problem in run.problems] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("article: {id}\nwhy: 不宜发表\nstate: draft\n", "gb18030"),
        ("article: {id}\nwhy: à revoir\nstate: draft\n", "latin-1"),
        ("article: {id}\nstate: draft\n", "utf-16"),
        ("  article: {id}\n  state: draft\n  tilte: A\n", "utf-8"),
        ('"article": "{id}"\n"state": "draft"\n', "utf-8"),
        ("{{article: {id}, why: x, state: draft}}\n", "utf-8"),
        ("- article: {id}\n  state: draft\n", "utf-8"),
        ("article: {id}   # the bridge\nstate:\n  draft\n", "utf-8"),
        ("document: d.txt\nby: Ana\non: 2026-11-21\nwhy: x\nstate: draft\n", "utf-8"),
    ],
)
def test_a_file_that_cannot_be_read_holds_back_what_it_speaks_of(tmp_path: Path, text: str, encoding: str) -> None:
    """Wrong bytes and odd layouts; where it names a document only, all that this holds."""
    run, _ = read(write(tmp_path, {"d.txt": digest("bridge")}))
    (id_,) = (one.article.id for one in run.records)
    root = write(tmp_path, {})
    (root / "content" / "curation").mkdir(exist_ok=True)
    (root / "content" / "curation" / "one.yml").write_bytes(text.format(id=id_).encode(encoding))
    run, _ = read(root)
    assert [(one.article.id, one.status.state) for one in run.held] == [(id_, State.DRAFT)]
    assert Severity.ERROR in {problem.severity for problem in run.problems}


@pytest.mark.parametrize("first", ["themes: [space]", "state: published"])
def test_the_second_file_about_an_article_counts_where_it_hides_it(tmp_path: Path, first: str) -> None:
    run, _ = read(write(tmp_path, {"d.txt": digest("bridge")}))
    (id_,) = (one.article.id for one in run.records)
    files = {"a.yml": f"article: {id_}\n{SIGNED}{first}\n", "b.yml": f"article: {id_}\n{SIGNED}state: withdrawn\n"}
    run, _ = read(write(tmp_path, {}, files))
    assert [one.status.state for one in run.held] == [State.DRAFT]


def test_a_faulty_file_without_a_state_holds_nothing_back(tmp_path: Path) -> None:
    run, _ = read(write(tmp_path, {"d.txt": digest("bridge")}))
    (id_,) = (one.article.id for one in run.records)
    for state in ("", "state: published\n", 'state: "published"\n'):
        run, _ = read(write(tmp_path, {}, {"one.yml": f"article: {id_}\n{SIGNED}{state}tilte: A\n"}))
        assert (len(run.records), run.held) == (1, [])


@pytest.mark.parametrize("own", ["", "themes: [space]"])
def test_what_is_cut_from_a_hidden_article_is_hidden_until_it_has_a_state(tmp_path: Path, own: str) -> None:
    run, _ = read(write(tmp_path, {"d.txt": digest("bridge")}))
    (record,) = run.records
    second = record.article.body.split("\n\n")[1]
    files = {
        "one.yml": f"article: {record.article.id}\n{SIGNED}state: withdrawn\n",
        "cut.yml": f"document: d.txt\n{SIGNED}decisions:\n  - split: {record.article.id}\n    before: {second[:20]}\n",
    }
    run, _ = read(write(tmp_path, {}, files))
    part = next(one for one in run.held if one.article.id != record.article.id)
    assert (run.records, part.status.state) == ([], State.DRAFT)
    assert "hidden-part" in {problem.code for problem in run.problems}
    if own:
        run, _ = read(write(tmp_path, {}, files | {"part.yml": f"article: {part.article.id}\n{SIGNED}{own}\n"}))
        assert run.records == []
    run, _ = read(write(tmp_path, {}, files | {"part.yml": f"article: {part.article.id}\n{SIGNED}state: published\n"}))
    assert [one.article.id for one in run.records] == [part.article.id]


def test_what_is_joined_with_a_hidden_article_is_hidden(tmp_path: Path) -> None:
    run, _ = read(write(tmp_path, {"d.txt": digest("bridge", "later")}))
    first, second = (one.article.id for one in run.records)
    files = {
        "one.yml": f"article: {first}\n{SIGNED}themes: [space]\n",
        "two.yml": f"article: {second}\n{SIGNED}state: withdrawn\n",
        "cut.yml": f"document: d.txt\n{SIGNED}decisions:\n  - join: [{first}, {second}]\n",
    }
    run, _ = read(write(tmp_path, {}, files))
    assert [(one.article.id, one.status.state) for one in run.held] == [(first, State.DRAFT)]


def test_a_state_that_has_lost_its_article_is_an_error(tmp_path: Path) -> None:
    files = {"one.yml": f"article: 2024-05-21-gone-1a2b3c\n{SIGNED}state: draft\n"}
    run, _ = read(write(tmp_path, {"d.txt": digest("bridge")}, files))
    (problem,) = run.problems
    assert (problem.code, problem.severity) == ("stale-override", Severity.ERROR)
    assert "document:" in problem.message


def test_a_state_that_has_lost_its_article_holds_its_document_back(tmp_path: Path) -> None:
    """All of the document that no other decision names; other documents are published."""
    files = {"one.yml": f"article: 2024-05-21-gone-1a2b3c\ndocument: d.txt\n{SIGNED}state: withdrawn\n"}
    articles = {"d.txt": digest("bridge", "later"), "e.txt": digest("brief")}
    run, _ = read(write(tmp_path, articles, files))
    assert {one.article.doc for one in run.records} == {"e.txt"}
    assert [one.status.state for one in run.held] == [State.DRAFT] * 2
    assert [problem.code for problem in run.problems] == ["stale-override"]
