"""The command line: results on stdout, talk on stderr, documented exit codes, and no bad input loses a good one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import main

GOOD = """\
Portugal and China open a laboratory for salt marshes

Source: Estuary Gazette | 2024-03-05 | Author: Rita Prado

China and Portugal opened a joint laboratory for salt marshes in Faro on Monday. The two countries signed an agreement
on research cooperation, and Portuguese and Chinese scientists will work there together for five years.
"""
SECOND = GOOD.replace("salt marshes", "seagrass").replace("Portugal", "Morocco").replace("Portuguese", "Moroccan")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one good article."""
    (tmp_path / "content" / "articles").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: Test\n", encoding="utf-8")
    (tmp_path / "content" / "atlas.yml").write_text("home: CN\nlimits: {file_bytes: 20000}\n", encoding="utf-8")
    (tmp_path / "content" / "articles" / "good.txt").write_text(GOOD, encoding="utf-8")
    return tmp_path


def run(project: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(main, ["-C", str(project), *arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def add(project: Path, name: str, content: str | bytes) -> Path:
    path = project / "content" / "articles" / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_help_shows_examples_and_exit_codes() -> None:
    text = CliRunner().invoke(main, ["--help"]).stdout
    assert "Examples:" in text
    assert "Exit codes:" in text
    for name in ("build", "render", "serve", "extract", "check", "new"):
        assert "Example" in CliRunner().invoke(main, [name, "--help"]).stdout, name


def test_extract_prints_one_json_object_per_article(project: Path) -> None:
    add(project, "second.txt", SECOND)
    result = run(project, "extract", str(project / "content" / "articles"))
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [record["doc"] for record in records] == ["good.txt", "second.txt"]
    first = records[0]
    assert list(first)[:18] == [
        "schema", "doc", "item", "id", "url", "title", "date", "date_basis", "source", "source_id", "byline",
        "language", "home", "relevant", "body", "summary", "partners", "mentions",
    ]  # fmt: skip
    assert (first["schema"], first["home"], first["date"], first["source"]) == (
        1,
        "CN",
        "2024-03-05",
        "Estuary Gazette",
    )
    assert [place["code"] for place in first["partners"]] == ["PT"]
    evidence = first["partners"][0]["evidence"][0]
    assert first[evidence["field"]][evidence["start"] : evidence["end"]] == evidence["exact"]


def test_home_can_be_another_or_none(project: Path) -> None:
    article = str(project / "content" / "articles" / "good.txt")

    def partners(home: str) -> list[str]:
        record = json.loads(run(project, "extract", article, "--home", home).stdout)
        return sorted(place["code"] for place in record["partners"])

    assert (partners("PT"), partners("none")) == (["CN"], ["CN", "PT"])
    wrong = run(project, "extract", article, "--home", "XQ")
    assert wrong.exit_code == 2
    assert "Example: --home FR" in wrong.stderr


def test_an_article_has_the_same_id_in_extract_and_in_the_built_tree(project: Path, tmp_path: Path) -> None:
    record = json.loads(run(project, "extract", str(project / "content" / "articles" / "good.txt")).stdout)
    out = tmp_path / "tree"
    assert run(project, "render", "--out", str(out)).exit_code == 0
    assert (out / "articles" / f"{record['id']}.md").is_file()


def test_the_table_is_for_people(project: Path) -> None:
    result = run(project, "extract", str(project / "content" / "articles"), "--format", "table")
    assert "PT" in result.stdout
    assert "Portugal and China open a laboratory for salt marshes" in result.stdout


BAD: dict[str, tuple[str | bytes, str]] = {
    "empty.txt": (b"", "empty-file"),
    "blank.txt": (b" \n\n\t\n", "empty-file"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "binary-file"),
    "broken.txt": (b"Text about science \x81\x8d\x8f\x90\x9d\x98\xff\xfe. " * 40, "undecodable"),
    "long.txt": ("word " * 6000, "too-large"),
    "front.txt": ("---\ntitle: a: b\n---\n\n" + GOOD, "front-matter"),
    "paper.docx": (b"PK\x03\x04", "unsupported-format"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_explained_and_the_good_article_stays(project: Path, tmp_path: Path, name: str) -> None:
    content, code = BAD[name]
    add(project, name, content)
    checked = run(project, "check")
    assert checked.exit_code == 1
    assert f"content/articles/{name}" in checked.stdout
    assert f"[{code}]" in checked.stdout
    out = tmp_path / "tree"
    rendered = run(project, "render", "--out", str(out))
    assert rendered.exit_code == 0
    assert f"content/articles/{name}" in rendered.stderr
    assert len(list((out / "articles").glob("2024-03-05-*.md"))) == 1
    assert run(project, "render", "--out", str(out), "--strict").exit_code == 1


@pytest.mark.parametrize(("field", "severity"), [("tags: [sea]", "warning"), ("date: 5 March", "error")])
def test_a_field_that_cannot_be_used_does_not_lose_the_article(project: Path, field: str, severity: str) -> None:
    path = add(project, "good.txt", f"---\n{field}\n---\n\n" + GOOD)
    result = run(project, "check")
    assert f"content/articles/good.txt:2: {severity}: [front-matter-field]" in result.stdout
    assert json.loads(run(project, "extract", str(path)).stdout)["date"] == "2024-03-05"


def test_two_articles_with_the_same_title_and_date_are_both_kept_and_reported(project: Path, tmp_path: Path) -> None:
    add(project, "again.txt", GOOD)
    result = run(project, "render", "--out", str(tmp_path / "tree"))
    assert len(list((tmp_path / "tree" / "articles").glob("2024-03-05-*.md"))) == 2
    assert "again.txt" in result.stderr
    assert "good.txt" in result.stderr
    assert run(project, "check").exit_code == 0
    assert run(project, "check", "--strict").exit_code == 1


def test_an_unknown_source_is_printed_as_an_entry_to_paste(project: Path) -> None:
    add(project, "other.txt", "---\nsource: The Village Post\ntitle: A bridge\n---\n\n" + GOOD)
    printed = run(project, "check", "--sources").stdout
    entries = yaml.safe_load(printed)
    assert "The Village Post" in [entry["name"]["en"] for entry in entries]


def test_a_folder_without_articles_is_said(project: Path, tmp_path: Path) -> None:
    (project / "content" / "articles" / "good.txt").unlink()
    result = run(project, "render", "--out", str(tmp_path / "tree"))
    assert result.exit_code == 0
    assert "[no-articles]" in result.stderr
    assert (tmp_path / "tree" / "index.md").is_file()
    assert run(project, "check", "--strict").exit_code == 1


def test_a_faulty_taxonomy_file_is_reported_with_its_line_and_the_rest_is_used(project: Path) -> None:
    folder = project / "content" / "taxonomy"
    folder.mkdir()
    (folder / "sources.yml").write_text(
        "- {id: estuary, name: {en: Estuary Gazette, zh: 河口报}, kind: newspaper}\n- {id: x, kind: newspapr}\n",
        "utf-8",
    )
    result = run(project, "check", "--format", "json")
    problems = [json.loads(line) for line in result.stdout.splitlines()]
    assert {(problem["file"], problem["line"], problem["field"]) for problem in problems} == {
        ("content/taxonomy/sources.yml", 2, "[1].name"),
        ("content/taxonomy/sources.yml", 2, "[1].kind"),
    }
    record = json.loads(run(project, "extract", str(project / "content" / "articles" / "good.txt")).stdout)
    assert record["source_id"] == "estuary"


def test_a_taxonomy_that_has_changed_is_read_anew_with_its_faults(project: Path) -> None:
    """What one run has compiled is not what the next one reads with, in the same process too."""
    article = str(project / "content" / "articles" / "good.txt")
    folder = project / "content" / "taxonomy"
    folder.mkdir()
    entry = "- {{id: {id}, name: {{en: Estuary Gazette, zh: 河口报}}, kind: newspaper}}\n- {{id: {faulty}}}\n"
    found, faults = [], []
    for names in ({"id": "one", "faulty": "x"}, {"id": "two", "faulty": "y"}, {"id": "one", "faulty": "x"}):
        (folder / "sources.yml").write_text(entry.format(**names), encoding="utf-8")
        found += [json.loads(run(project, "extract", article).stdout)["source_id"]]
        faults += [run(project, "check").stdout]
    assert found == ["one", "two", "one"]
    assert faults[0] == faults[2]
    assert "[1].name" in faults[0]


def test_wrong_settings_are_reported_and_the_defaults_are_used(project: Path) -> None:
    (project / "content" / "atlas.yml").write_text("home: China\n", encoding="utf-8")
    result = run(project, "check")
    assert result.exit_code == 1
    assert "content/atlas.yml:1: error: [invalid-field] home:" in result.stdout
    assert "Example: home: CN" in result.stdout


def test_new_makes_an_article_to_fill_and_never_overwrites(project: Path) -> None:
    made = run(project, "new", "2026-05-space")
    path = Path(made.stdout.strip())
    assert path == (project / "content" / "articles" / "2026-05-space.txt").resolve()
    assert "empty-file" in run(project, "check").stdout
    path.write_text(path.read_text(encoding="utf-8") + GOOD, encoding="utf-8")
    assert "2026-05-space" not in run(project, "extract", str(path)).stderr
    assert run(project, "new", "2026-05-space.txt").exit_code == 1
    assert run(project, "new", "../../outside.txt").exit_code == 2


def test_build_without_a_project_is_wrong_usage(tmp_path: Path) -> None:
    result = run(tmp_path, "build")
    assert result.exit_code == 2
    assert "mkdocs.yml" in result.stderr


def test_the_readme_shows_every_command() -> None:
    text = (Path(__file__).resolve().parents[1] / "README.md").read_text(encoding="utf-8")
    assert {name for name in main.commands if f"`atlas {name}" not in text} == set()
