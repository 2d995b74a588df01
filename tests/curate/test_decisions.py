"""Each kind of decision wins, and is remembered with who, when, why and what it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.exchange import to_json
from generator.model import Action, DateBasis, Record
from generator.pipeline import Run

from .sample import about, digest, read, write

BRIDGE = "2024-05-21-a-telescope-is-agreed-for-the-two-academies-90a737"
SIGNED = "by: Ana Editor\non: 2026-11-21\nwhy: Checked.\n"
AGREED = "The two sides have 114 cooperation agreements"


def decide(root: Path, text: str, article: str = BRIDGE, document: str | None = None) -> tuple[Record, Run]:
    """The record about the telescope after a file of decisions."""
    write(root, {"d.txt": document or digest("bridge", "brief")}, {"one.yml": f"article: {article}\n{SIGNED}{text}"})
    run, _ = read(root)
    return about(run, "114"), run


def kept(record: Record, field: str) -> tuple[str, str, str, str, str, str]:
    """The one decision about a field or finding, as the wire format has it."""
    (found,) = [one for one in to_json(record)["decisions"] if one["field"] == field]
    return found["action"], found["was"], found["now"], found["by"], found["on"], found["why"]


def test_reject_leaves_a_finding_out(tmp_path: Path) -> None:
    record, run = decide(tmp_path, "decisions:\n  - reject: figure:114-cooperation-agreements\n    was: 114\n")
    assert (record.findings.figures, run.problems) == ((), [])
    assert kept(record, "figure:114-cooperation-agreements") == (
        *("reject", "114 cooperation agreements", "", "Ana Editor", "2026-11-21", "Checked."),
    )


def test_a_rejected_partner_stays_a_mention(tmp_path: Path) -> None:
    record, _ = decide(tmp_path, "decisions:\n  - reject: partner:RS\n    sentence: signed an agreement on a joint\n")
    assert record.findings.partners == ()
    assert [place.id for place in record.findings.mentions] == ["mention:RS"]


def test_accept_makes_sure_and_settles_what_was_to_be_reviewed(tmp_path: Path) -> None:
    record, _ = decide(tmp_path, "decisions:\n  - accept: partner:RS\n    was: RS\n")
    assert record.findings.partners[0].score == 1.0
    assert kept(record, "partner:RS")[:3] == ("accept", "RS", "RS")


def test_correct_changes_the_named_fields_only(tmp_path: Path) -> None:
    text = (
        "decisions:\n  - correct: figure:114-cooperation-agreements\n    was: {value: 114, as_of: null}\n"
        f"    sentence: {AGREED}\n    to: {{as_of: 2022, scope: {{countries: [RS]}}}}\n"
        "    by: Bo Second\n    why: The ministry counted at the end of 2022.\n"
    )
    record, run = decide(tmp_path, text)
    (figure,) = record.findings.figures
    assert run.problems == []
    assert (figure.value, figure.as_of, figure.indicator, figure.scope.countries) == (
        114,
        "2022",
        "agreements",
        ("RS",),
    )
    assert figure.evidence
    assert kept(record, figure.id)[:4] == (
        "correct",
        "as of: nothing; scope: nothing",
        "as of: 2022; scope: countries RS",
        "Bo Second",
    )


def test_a_range_takes_the_place_of_a_value(tmp_path: Path) -> None:
    text = "decisions:\n  - correct: figure:114-cooperation-agreements\n    was: 114\n    to: {}\n"
    record, run = decide(tmp_path, text.format("{min: 110, max: 120}"))
    (figure,) = record.findings.figures
    assert (run.problems, figure.value, figure.low, figure.high) == ([], None, 110, 120)
    record, run = decide(tmp_path, text.format("{min: 110}"))
    assert [(problem.code, problem.field) for problem in run.problems] == [("stale-override", "decisions[0].to")]
    assert record.findings.figures[0].value == 114


def test_a_corrected_partner_is_filed_under_the_right_country(tmp_path: Path) -> None:
    record, _ = decide(tmp_path, "decisions:\n  - correct: partner:RS\n    was: RS\n    to: {code: HR}\n")
    assert [(place.id, place.code) for place in record.findings.partners] == [("partner:HR", "HR")]


@pytest.mark.parametrize(
    ("entry", "slot", "id_"),
    [
        ("add: partner\n    new: {code: HU}", "partners", "partner:HU"),
        ("add: mention\n    new: {code: HU}", "mentions", "mention:HU"),
        ("add: group\n    new: {id: asean}", "groups", "asean"),
        ("add: theme\n    new: {id: space}", "themes", "space"),
        ("add: figure\n    new: {value: 2, what: domes}", "figures", "figure:2-domes"),
        ("add: person\n    new: {name: Bo Li, role: dean}", "people", "person:bo-li"),
        ("add: programme\n    new: {name: Two Rivers}", "programmes", "programme:two-rivers"),
        ("add: agreement\n    new: {parties: [CN, RS], kind: protocol}", "agreements", "agreement:protocol-cn-rs"),
        ("add: event\n    new: {what: A dome opened., date: 2024-05-20}", "events", "event:a-dome-opened"),
        ("add: quote\n    new: {text: We look up., speaker: Bo Li}", "quotes", "quote:we-look-up"),
    ],
)
def test_add_puts_in_what_the_machine_missed(tmp_path: Path, entry: str, slot: str, id_: str) -> None:
    """A finding of every kind can be added, with the sentence that says so as its evidence."""
    record, run = decide(tmp_path, f"decisions:\n  - {entry}\n    sentence: {AGREED}\n")
    assert run.problems == []
    added = next(one for one in getattr(record.findings, slot) if one.id == id_)
    assert added.score == 1.0
    (piece,) = added.evidence
    assert record.article.body[piece.start : piece.end] == piece.exact == AGREED
    assert [one.action for one in record.decisions] == [Action.ADD]


def test_every_kind_of_finding_can_be_rejected(tmp_path: Path) -> None:
    record, _ = decide(tmp_path, "title: Another\n")
    targets = {
        "theme:astronomy": "was: astronomy",
        "person:jelena-markovic": "was: {name: Jelena Markovic}",
        "agreement:agreement-cn-rs": "was: agreement",
        record.findings.events[0].id: "was: {date: 2024-05-20}",
        record.findings.quotes[0].id: "sentence: watch the sky together",
    }
    entries = "".join(f"  - reject: {target}\n    {quoted}\n" for target, quoted in targets.items())
    record, run = decide(tmp_path, f"decisions:\n{entries}")
    found = record.findings
    assert run.problems == []
    assert (found.people, found.agreements, found.events, found.quotes, found.themes) == ((), (), (), (), ())


def test_the_words_of_a_source_are_not_in_what_a_decision_was(tmp_path: Path) -> None:
    text = "decisions:\n  - correct: quote:we-will-watch-the-sky-together\n    was: {speaker: Jelena Markovic}\n"
    record, _ = decide(tmp_path, text + "    to: {text: We shall watch., speaker: J. Markovic}\n")
    assert (
        kept(record, "quote:we-will-watch-the-sky-together")[1] == "speaker: Jelena Markovic; text: the article's words"
    )


@pytest.mark.parametrize(
    ("field", "was", "to", "now"),
    [
        ("title", "A telescope is agreed for the two academies", "A telescope for two", "A telescope for two"),
        ("date", "2024-05-21", "2024-05-20", "2024-05-20"),
        ("source", "The Northern Herald", "Xinhua", "Xinhua"),
        ("byline", "null", "Mina Okafor", "Mina Okafor"),
        ("language", "en", "sr", "sr"),
        ("relevant", "true", "false", "no"),
        ("url", "null", "https://herald.example/1", "https://herald.example/1"),
    ],
)
def test_correct_changes_the_fields_of_an_article(tmp_path: Path, field: str, was: str, to: str, now: str) -> None:
    record, run = decide(tmp_path, f"decisions:\n  - correct: {field}\n    was: {was}\n    to: {to}\n")
    assert run.problems == []
    assert kept(record, field)[2] == now
    assert str(to_json(record)[field]).lower() == to.lower()  # type: ignore[literal-required]


def test_a_source_brings_its_entry_along(tmp_path: Path) -> None:
    record, _ = decide(tmp_path, "source: Xin Hua She\n")
    assert (record.article.source, record.article.source_id) == ("Xin Hua She", "xinhua")


def test_an_accepted_date_is_no_guess_any_more(tmp_path: Path) -> None:
    document = (
        "A telescope is agreed\n\nBELGRADE, May 21 (Northern Herald) -- China and Serbia signed an agreement on 114 "
    )
    document += "telescopes. The project began in 2023 and they met last year.\n"
    write(tmp_path, {"d.txt": document})
    (found,) = read(tmp_path)[0].records
    assert "?" in (found.article.date or "")
    text = f'decisions:\n  - accept: date\n    was: "{found.article.date}"\n'
    record, _ = decide(tmp_path, text, found.article.id, document)
    assert (record.article.date, record.article.date_basis) == (
        (found.article.date or "").rstrip("?"),
        DateBasis.EDITOR,
    )
    assert kept(record, "date")[1:3] == (found.article.date, record.article.date)
    assert [item.code for item in found.findings.review] == ["date-without-year"]
    assert record.findings.review == ()


def test_a_summary_a_gloss_and_an_archived_copy(tmp_path: Path) -> None:
    text = (
        "gloss: A title in English\nsummary: {en: Says so., zh: 如是说。}\n"
        "archive: {url: https://archive.example/1, on: 2026-11-20}\n"
    )
    record, run = decide(tmp_path, text)
    data = to_json(record)
    assert run.problems == []
    assert (data["summary"], data["summary_zh"], data["title_gloss"]) == ("Says so.", "如是说。", "A title in English")
    assert data["archive"] == {"url": "https://archive.example/1", "on": "2026-11-20"}
    assert {one.field for one in record.decisions} == {"gloss", "summary", "archive"}


PROGRAMMES = (
    "Two academies extend their programme\nThe Northern Herald· 2024-05-21 09:10\n\n"
    "China and Serbia extended the Danube Talent Programme with 114 places. "
    "The Danube River Talent Programme began in 2019, both academies said in Belgrade.\n"
)


def test_merge_makes_programmes_of_an_article_one(tmp_path: Path) -> None:
    write(tmp_path, {"d.txt": PROGRAMMES})
    (found,) = read(tmp_path)[0].records
    ids = sorted(one.id for one in found.findings.programmes)
    assert len(ids) == 2
    text = f"decisions:\n  - merge: [{', '.join(ids)}]\n    into: {ids[0]}\n    name: Danube Talents\n"
    record, run = decide(tmp_path, text, found.article.id, PROGRAMMES)
    assert run.problems == []
    (one,) = record.findings.programmes
    assert (one.id, one.name, len(one.evidence)) == (ids[0], "Danube Talents", 2)
    assert kept(record, ids[0])[0] == "merge"


def test_merge_holds_for_the_whole_corpus_and_says_what_it_did_not_find(tmp_path: Path) -> None:
    write(tmp_path, {"d.txt": PROGRAMMES, "e.txt": PROGRAMMES.replace("Two academies", "Again they")})
    ids = sorted(one.id for one in read(tmp_path)[0].records[0].findings.programmes)
    text = f"decisions:\n  - merge: [{', '.join(ids)}, programme:gone]\n    into: {ids[0]}\n    name: Danube Talents\n"
    write(tmp_path, {}, {"programmes.yml": f"corpus: true\n{SIGNED}{text}"})
    run, _ = read(tmp_path)
    assert [[one.name for one in record.findings.programmes] for record in run.records] == [["Danube Talents"]] * 2
    assert all({one.field for one in record.decisions} == set(ids) for record in run.records)
    (problem,) = run.problems
    assert (problem.code, problem.line, problem.field) == ("stale-override", 6, "decisions[0].merge")
    assert "programme:gone" in problem.message


def test_split_makes_two_articles_of_one(tmp_path: Path) -> None:
    document = digest("bridge") + "\n\nIn other news, China and Chile agreed to study glaciers together.\n"
    entry = f"decisions:\n  - split: {BRIDGE}\n    before: In other news\n    title: Glaciers\n    date: 2024-05-20\n"
    write(tmp_path, {"d.txt": document}, {"cut.yml": f"document: d.txt\n{SIGNED}{entry}"})
    run, _ = read(tmp_path)
    first, second = sorted(run.records, key=lambda record: record.article.item)
    assert run.problems == []
    assert (first.article.id, [place.code for place in first.findings.partners]) == (BRIDGE, ["RS"])
    assert (second.article.title, second.article.date, second.article.item) == ("Glaciers", "2024-05-20", 2)
    assert second.article.id.startswith("2024-05-20-glaciers-")
    assert [place.code for place in second.findings.partners] == ["CL"]
    for record in (first, second):
        assert kept(record, "article")[:2] == ("split", BRIDGE)


def test_join_makes_one_article_of_two(tmp_path: Path) -> None:
    write(tmp_path, {"d.txt": digest("bridge", "later")})
    ids = [record.article.id for record in sorted(read(tmp_path)[0].records, key=lambda record: record.article.item)]
    write(tmp_path, {}, {"cut.yml": f"document: d.txt\n{SIGNED}decisions:\n  - join: [{', '.join(ids)}]\n"})
    run, _ = read(tmp_path)
    (record,) = run.records
    assert run.problems == []
    assert record.article.id == ids[0]
    assert {place.code for place in record.findings.partners} == {"RS", "PE"}
    assert kept(record, "article")[:2] == ("join", ", ".join(ids))


@pytest.mark.parametrize(
    "entry", ["split: gone\n    before: In other news", f"split: {BRIDGE}\n    before: Nothing so"]
)
def test_a_cut_that_does_not_fit_any_more_is_reported(tmp_path: Path, entry: str) -> None:
    write(tmp_path, {"d.txt": digest("bridge")}, {"cut.yml": f"document: d.txt\n{SIGNED}decisions:\n  - {entry}\n"})
    run, _ = read(tmp_path)
    (problem,) = run.problems
    line = 7 if (problem.field or "").endswith("before") else 6
    assert (problem.code, problem.file, problem.line) == ("stale-override", "content/curation/cut.yml", line)
    assert problem.example or "before" in (problem.field or "")
    assert len(run.records) == 1
