"""Broken taxonomy files are reported with file, line, field and an example, and never lose the good entries."""

from __future__ import annotations

from pathlib import Path

from generator.problems import Problem
from generator.settings import Project, Settings
from generator.taxonomy import Taxonomy, load_taxonomy

GOOD = {
    "countries.yml": '- code: FR\n  region: "155"\n- code: "NO"\n  region: "154"\n',
    "groups.yml": "- id: pair\n  labels: {en: Pair, zh: 一对}\n  kind: bloc\n  members: [FR, NO]\n",
    "themes.yml": "[]\n",
    "sources.yml": "[]\n",
}


def _load(root: Path, **changed: str) -> tuple[Taxonomy, list[Problem]]:
    """The taxonomy of a small project in `root`, some of whose files are replaced."""
    folder = root / "content" / "taxonomy"
    folder.mkdir(parents=True)
    for name, text in GOOD.items():
        (folder / name).write_text(changed.get(name.removesuffix(".yml"), text), encoding="utf-8")
    return load_taxonomy(Project(root, Settings()))


def test_a_project_with_its_own_files_loads_them_with_the_names_of_cldr(tmp_path: Path) -> None:
    taxonomy, problems = _load(tmp_path)
    assert problems == []
    assert [(c.code, c.en, c.zh, c.slug) for c in taxonomy.countries.values()] == [
        ("FR", "France", "法国", "fr"),
        ("NO", "Norway", "挪威", "no"),
    ]


def test_norway_needs_no_quotation_marks(tmp_path: Path) -> None:
    taxonomy, problems = _load(tmp_path, countries='- {code: NO, region: "154"}\n- {code: FR, region: "155"}\n')
    assert problems == []
    assert "NO" in taxonomy.countries


def test_the_owners_names_win_over_those_of_cldr(tmp_path: Path) -> None:
    own = GOOD["countries.yml"] + '- {code: MM, region: "035", names: {en: Burma, zh: 缅国}}\n'
    taxonomy, _ = _load(tmp_path, countries=own)
    assert (taxonomy.countries["MM"].en, taxonomy.countries["MM"].zh) == ("Burma", "缅国")


def test_a_code_that_cldr_does_not_know_is_its_own_name(tmp_path: Path) -> None:
    taxonomy, problems = _load(tmp_path, countries=GOOD["countries.yml"] + '- {code: QQ, region: "155"}\n')
    assert problems == []
    assert taxonomy.countries["QQ"].en == "QQ"


def test_a_wrong_field_is_named_with_its_line_and_an_example_and_the_others_load(tmp_path: Path) -> None:
    text = GOOD["countries.yml"] + '- code: Spain\n  region: "039"\n'
    taxonomy, problems = _load(tmp_path, countries=text)
    assert list(taxonomy.countries) == ["FR", "NO"]
    [problem] = problems
    assert (problem.file, problem.line, problem.field) == ("content/taxonomy/countries.yml", 5, "[2].code")
    assert problem.example == "code: FR"


def test_an_unknown_field_lists_those_there_are(tmp_path: Path) -> None:
    text = GOOD["countries.yml"] + '- code: ES\n  region: "039"\n  capitol: {en: [Madrid]}\n'
    _, problems = _load(tmp_path, countries=text)
    [problem] = problems
    assert (problem.line, problem.field) == (7, "[2].capitol")
    assert problem.example is not None
    assert "capital" in problem.example


def test_a_missing_field_points_to_the_entry(tmp_path: Path) -> None:
    _, problems = _load(tmp_path, groups="- id: pair\n  kind: bloc\n")
    [problem] = problems
    assert (problem.line, problem.field, problem.message) == (1, "[0].labels", "this field is required.")


def test_of_two_entries_with_one_id_the_first_stays(tmp_path: Path) -> None:
    twice = GOOD["countries.yml"] + '- {code: FR, region: "039"}\n'
    taxonomy, problems = _load(tmp_path, countries=twice)
    assert [p.code for p in problems] == ["double-id"]
    assert taxonomy.countries["FR"].entry.region == "155"


def test_codes_that_no_country_has_are_reported_wherever_they_stand(tmp_path: Path) -> None:
    _, problems = _load(
        tmp_path,
        countries=GOOD["countries.yml"] + '- {code: AX, region: "154", part_of: FI}\n',
        groups="- id: pair\n  labels: {en: Pair, zh: 一对}\n  kind: bloc\n  members: [FR, {code: DE}]\n",
        sources="- {id: daily, name: {en: Daily, zh: 日报}, kind: newspaper, country: IT}\n",
    )
    assert [(p.code, p.field) for p in problems] == [
        ("unknown-country", "AX.part_of"),
        ("unknown-country", "pair.members"),
        ("unknown-country", "daily.country"),
    ]


def test_a_file_that_is_no_yaml_leaves_the_other_files_alone(tmp_path: Path) -> None:
    taxonomy, problems = _load(tmp_path, groups="- id: [unclosed\n")
    assert [p.code for p in problems] == ["yaml-syntax"]
    assert problems[0].file == "content/taxonomy/groups.yml"
    assert len(taxonomy.countries) == 2


def test_a_file_that_is_no_list_says_so(tmp_path: Path) -> None:
    _, problems = _load(tmp_path, groups="id: pair\n")
    assert [(p.code, p.line) for p in problems] == [("not-a-list", 1)]


def test_a_file_in_another_encoding_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "taxonomy"
    folder.mkdir(parents=True)
    (folder / "groups.yml").write_bytes("- id: 一对\n".encode("gb18030"))
    _, problems = load_taxonomy(Project(tmp_path, Settings()))
    assert "not-utf8" in [p.code for p in problems]
