"""Encodings are told apart on invented news in each language, from single sentences to short articles."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.ingest.charset import decode

SENTENCES: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parent / "charset_samples.yml").read_text(encoding="utf-8")
)
PLAN = [
    ("simplified", "gb18030", "gb18030"),
    ("traditional", "gb18030", "gb18030"),
    ("traditional", "big5", "big5"),
    ("simplified", "utf-16-le", "utf-16le"),
    ("simplified", "utf-16-be", "utf-16be"),
    ("traditional", "utf-16-le", "utf-16le"),
    ("western", "utf-16-be", "utf-16be"),
    ("korean", "utf-16-le", "utf-16le"),
    ("western", "cp1252", "windows-1252"),
    ("central", "cp1250", "windows-1250"),
    ("turkish", "cp1254", "windows-1254"),
    ("japanese", "cp932", "shift_jis"),
    ("japanese", "euc_jp", "euc-jp"),
    ("korean", "cp949", "euc-kr"),
    ("cyrillic", "cp1251", "windows-1251"),
    ("cyrillic", "koi8_r", "koi8-r"),
    ("greek", "cp1253", "windows-1253"),
    ("arabic", "cp1256", "windows-1256"),
]


def _windows(sentences: list[str], size: int) -> list[str]:
    """`size` sentences in a row, from each of them on."""
    double = sentences * (size + 1)
    return ["\n".join(double[start : start + size]) for start in range(len(sentences))]


@pytest.mark.parametrize("size", [1, 3, 8])
@pytest.mark.parametrize(("language", "codec", "name"), PLAN)
def test_every_sample_is_read_in_its_own_encoding(language: str, codec: str, name: str, size: int) -> None:
    """No sample is taken for another encoding."""
    for sample in _windows(SENTENCES[language], size):
        data = sample.encode(codec, "ignore")
        read = decode(data)
        assert read is not None
        assert (read.charset, read.text, read.bad) == (name, data.decode(codec), 0)


@pytest.mark.parametrize(("language", "codec"), [("simplified", "gb18030"), ("traditional", "big5")])
def test_eight_characters_tell_the_chinese_encodings_apart(language: str, codec: str) -> None:
    """Even a headline is enough, wherever it begins, in 99 of 100 cases."""
    pieces = [line[at : at + 8] for line in SENTENCES[language] for at in range(0, len(line) - 8, 3)]
    right = sum(
        read is not None and read.charset == codec for read in (decode(p.encode(codec, "ignore")) for p in pieces)
    )
    assert right >= 0.99 * len(pieces)


def test_an_english_page_with_a_chinese_title_in_gb18030() -> None:
    """A few Chinese characters among English words are enough."""
    read = decode("The Harbour Post 海港报\n\nThe ship sails on Monday.".encode("gb18030"))
    assert read is not None
    assert read.charset == "gb18030"


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        ("“We don’t own the sea,” she said — “we measure it.”", "gb18030", "gb18030"),
        ("Zoë’s ship\xa0sails", "gb18030", "gb18030"),
        ("The ship — at last — sails.", "gb18030", "gb18030"),
        ("The ship\xa0sails.", "cp1252", "windows-1252"),
        ("The institute’s ship sails.", "cp1252", "windows-1252"),
        ("¡Por fin! ¿Quién paga?", "cp1252", "windows-1252"),
    ],
)
def test_few_telling_characters_in_a_western_text(text: str, codec: str, name: str) -> None:
    """Quotes and dashes alone tell a page made on a Chinese computer from one made on a Western one."""
    read = decode(text.encode(codec))
    assert read is not None
    assert (read.charset, read.text) == (name, text)


def test_a_text_that_was_cut_inside_a_character() -> None:
    """Half a character at the end is replaced and counted, in UTF-8 and in GB18030."""
    text = "\n".join(SENTENCES["simplified"][:3])
    for codec in ("utf-8", "gb18030"):
        read = decode(text.encode(codec)[:-1])
        assert read is not None
        assert (read.charset, read.bad, read.line) == (codec, 1, 3)
        assert read.text == text[:-1] + "\ufffd"


def test_stray_bytes_in_utf8_are_counted_and_placed() -> None:
    """A few bad bytes do not make another encoding of a text in UTF-8."""
    good = "Zoë’s café – “open” to all, déjà vu.\n".encode()
    read = decode(good * 3 + b"bad \xff byte\n" + good + b"\xfe")
    assert read is not None
    assert (read.charset, read.bad, read.line, read.offset) == ("utf-8", 2, 4, len(good) * 3 + 4)


def test_what_no_encoding_explains() -> None:
    """Two encodings in equal parts, and noise, are not guessed at."""
    noise = bytes((number * 7919 + number // 3) % 255 + 1 for number in range(4000))
    assert decode(noise) is None
    assert decode(b"\x00\x01\x02\x03" * 50) is None
