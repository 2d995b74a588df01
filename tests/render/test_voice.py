"""A voice says messages in its language, and lets nothing through that is not our own Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from generator.plaintext import clean
from generator.render.escape import Markdown, finalize
from generator.render.links import Target, link
from generator.render.voice import Voice, voice_of, voices_of
from generator.settings import Project, Settings, load_project
from generator.taxonomy.model import Labels

from .corpus import taxonomy
from .hostile import STRINGS
from .markdowns import trees

FRENCH = r"""
msgid ""
msgstr ""
"Language: fr\n"
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"

msgid "Home"
msgstr "Accueil"

msgid "{n} article"
msgid_plural "{n} articles"
msgstr[0] "un article"
msgstr[1] "{n} articles en tout"

msgid "Since {date}"
msgstr "Depuis {jour}"

#, fuzzy
msgid "Theme"
msgstr "Tome"
"""


def project(root: Path, *languages: str) -> Project:
    """A project with a French catalogue of its own."""
    folder = root / "templates" / "messages"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "fr.po").write_text(FRENCH, encoding="utf-8")
    return Project(root, Settings(languages=languages or ("en",)))


@pytest.fixture
def english(tmp_path: Path) -> Voice:
    return voice_of(project(tmp_path), "en")


@pytest.fixture
def chinese(tmp_path: Path) -> Voice:
    return voice_of(project(tmp_path), "zh")


@pytest.fixture
def french(tmp_path: Path) -> Voice:
    return voice_of(project(tmp_path), "fr")


def test_a_message_is_said_in_the_language(english: Voice, chinese: Voice, french: Voice) -> None:
    assert [voice.gettext("Home") for voice in (english, chinese, french)] == ["Home", "首页", "Accueil"]


def test_what_no_catalogue_translates_stays_english(french: Voice) -> None:
    assert french.gettext("Sources") == "Sources"
    assert french.gettext("Theme") == "Theme", "a fuzzy translation is a guess"


def test_what_stays_english_is_marked_as_such_where_it_is_printed(english: Voice, french: Voice) -> None:
    """Screen readers change their voice, and where a page runs from right to left, its order stays."""
    marked = '<span lang="en" dir="ltr">{}</span>'
    assert finalize(french.gettext("Sources")) == marked.format("Sources")
    assert finalize(english.gettext("Sources")) == finalize(french.gettext("Sources") + "") == "Sources"
    assert finalize(french.gettext("Home")) == "Accueil"
    source = link("a.md", Target("b.md", "B"))
    assert french.gettext("According to {source}", source=source) == marked.format("According to [B](b.md)")
    assert link("a.md", Target("b.md", french.gettext("Sources"))) == f"[{marked.format('Sources')}](b.md)"
    assert french.listed(["a", "b"]) == "a, b"


def test_a_message_with_a_form_missing_is_said_in_english(tmp_path: Path) -> None:
    """Its other forms would be mixed with English ones of other numbers: `1 articles`."""
    the_project = project(tmp_path, "ar")
    half = 'msgid "{n} article"\nmsgid_plural "{n} articles"\nmsgstr[0] "أ {n}"\n'
    rest = "".join(f'msgstr[{form}] ""\n' for form in range(1, 6))
    (tmp_path / "templates" / "messages" / "ar.po").write_text(half + rest, encoding="utf-8")
    assert voice_of(the_project, "ar").articles(1).endswith(" article")


def test_a_translation_with_other_places_than_its_message_is_not_used(french: Voice) -> None:
    assert french.gettext("Since {date}", date="2024") == "Since 2024"


def test_numbers_choose_the_form_and_are_written_as_the_language_does(english: Voice, french: Voice) -> None:
    assert [english.articles(n) for n in (0, 1, 2, 12345)] == [
        "0 articles",
        "1 article",
        "2 articles",
        "12,345 articles",
    ]
    assert [french.articles(n) for n in (0, 1, 2)] == ["un article", "un article", "2 articles en tout"]
    assert french.number(12345) == "12\u202f345"


def test_plural_forms_for_scripts_go_by_the_categories_of_cldr(english: Voice, chinese: Voice) -> None:
    assert english.plurals("{n} result", "{n} results") == {"one": "{n} result", "other": "{n} results"}
    assert chinese.plurals("{n} result", "{n} results") == {"other": "{n} 条结果"}


def test_a_link_stays_a_link_and_all_else_is_inert(english: Voice) -> None:
    made = english.gettext("According to {source}: *{what}*", source=link("a.md", Target("b.md", "B_*")), what="<b>&")
    assert type(made) is Markdown
    assert made == "According to [B&#95;&#42;](b.md): &#42;&lt;b&gt;&amp;&#42;"


def test_without_markdown_a_message_is_plain_text(english: Voice) -> None:
    made = english.gettext("According to {source}", source="*A*")
    assert type(made) is str
    assert made == "According to *A*"


def test_neighbours_do_not_come_to_mean_something_together(english: Voice) -> None:
    """A number and a full stop begin no list, though each alone is harmless."""
    assert "1." not in finalize(english.gettext("{a}{b} {c}", a="1", b=". x", c=Markdown("[c](c.md)")))


def test_things_in_a_row_stand_between_the_commas_of_the_language(english: Voice, chinese: Voice) -> None:
    row = [link("index.md", Target("a.md", "A")), "*B*"]
    assert english.listed(row) == "[A](a.md), &#42;B&#42;"
    assert chinese.listed(row) == "[A](a.md)、&#42;B&#42;"
    assert type(english.listed(row)) is Markdown
    assert english.listed(["A", "*B*"]) == "A, *B*"
    assert english.listed([]) == ""


def test_a_place_in_a_value_is_text(english: Voice) -> None:
    assert english.gettext("{a} and {b}", a="{b}", b="2") == "{b} and 2"


@settings(max_examples=100, deadline=None)
@given(STRINGS)
def test_any_value_beside_a_link_prints_as_itself(text: str) -> None:
    english = voice_of(Project(Path(), Settings()), "en")
    made = english.gettext("x {text} y {link}", text=text, link=Markdown("[A](a.md)"))
    for tree in trees(f"| {made} |\n| --- |\n"):
        (cell,) = tree.iter("th")
        assert clean("".join(cell.itertext())) == clean(f"x {clean(text)} y A")
        assert len(list(cell.iter("a"))) == 1


def test_words_in_another_language_are_marked(english: Voice, chinese: Voice) -> None:
    assert english.foreign("航天", "zh") == '<span lang="zh">航天</span>'
    assert chinese.foreign("航天", "zh-Hans") == "航天"
    assert english.foreign("<b>", 'zh" onclick="x') == "&lt;b&gt;"


def test_names_come_from_the_taxonomy_and_else_from_cldr(chinese: Voice, french: Voice) -> None:
    serbia = taxonomy().countries["RS"]
    assert (chinese.country(serbia), french.country(serbia)) == ("塞尔维亚", "Serbie")
    space = Labels(en="Space", zh="航天")
    assert (chinese.label(space), french.label(space)) == ("航天", "Space")
    assert (chinese.language_name("en"), french.language_name("zh")) == ("英语", "chinois")


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-05-21", "2024年5月21日"),
        ("2024-05", "2024年5月"),
        ("2024", "2024年"),
        ("2022-11-28?", "2022年11月28日（年份为推断）"),
        ("XXXX-11-28", "11月28日（年份不详）"),
        (None, "无日期"),
    ],
)
def test_a_chinese_date(chinese: Voice, edtf: str | None, words: str) -> None:
    assert chinese.date(edtf) == words


def test_english_grammar_is_for_english_alone(english: Voice, french: Voice) -> None:
    assert english.with_article("Netherlands") == "the Netherlands"
    assert french.with_article("Netherlands") == "Netherlands"


def test_the_first_language_is_at_the_root(tmp_path: Path) -> None:
    voices = voices_of(project(tmp_path, "zh", "en", "zh-Hant"))
    assert [(voice.tag, voice.folder) for voice in voices] == [("zh", ""), ("en", "en/"), ("zh-Hant", "zh-Hant/")]
    assert voices[2].gettext("Home") == "首页", "a catalogue for a language serves its scripts and regions"


def test_a_broken_catalogue_breaks_nothing(tmp_path: Path) -> None:
    made = project(tmp_path, "en", "fr")
    (tmp_path / "templates" / "messages" / "fr.po").write_bytes(b'\xff\xfemsgid "Home\nmsgstr')
    assert voice_of(made, "fr").gettext("Home") == "Home"


@pytest.mark.parametrize("languages", [(), ("en", "en"), ("english",), ("qq",)])
def test_languages_that_are_none_are_refused(languages: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="languages"):
        Settings(languages=languages)


def test_a_language_that_nobody_translated_is_reported(tmp_path: Path) -> None:
    made = project(tmp_path)
    settings = tmp_path / "content" / "atlas.yml"
    settings.parent.mkdir()
    settings.write_text("languages: [en, fr, zh, de]\n", encoding="utf-8")
    loaded, problems = load_project(made.root)
    assert loaded.settings.languages == ("en", "fr", "zh", "de")
    assert [(problem.code, problem.field) for problem in problems] == [("no-catalogue", "languages")]
    assert "de.po" in (problems[0].example or "")
