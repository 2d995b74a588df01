"""References and texts that formats must carry unharmed."""

from __future__ import annotations

from hypothesis import strategies as st

from generator.edtf import Edtf
from generator.export.reference import Author, Kind, Reference

#: Text that means something in one format or another.
NASTY = [
    r"100 % of R&D_costs #1 {braces} \input{x} ~ ^ $",
    "a } closing brace and a { opening one",
    "Two\nlines\r\nER  - \r\nTY  - JOUR",
    "</script><script>alert(1)</script> \"quoted\" 'single' <b>&amp;",
    '=HYPERLINK("http://x.example","click")',
    "中法合作：“航天”与核能",
    "null \x00 bell \x07 override \u202e lone \ud800 nonchar \uffff",
    "]]> <![CDATA[ \u2028 \u2029",
]

#: Any text, the nasty ones often.
TEXTS = st.one_of(st.sampled_from(NASTY), st.text(max_size=60))

DATES = st.one_of(
    st.none(),
    st.sampled_from(["2024-05-21", "2022-11-28?", "XXXX-11-28", "2024-05", "2024", "XXXX"]).map(Edtf.parse),
)

REFERENCES = st.builds(
    Reference,
    id=st.from_regex(r"[a-z0-9一-龥]+(-[a-z0-9一-龥]+){0,3}", fullmatch=True),
    kind=st.sampled_from(Kind),
    title=TEXTS,
    authors=st.lists(
        st.one_of(st.builds(Author, TEXTS), st.builds(Author, TEXTS, TEXTS.filter(bool), TEXTS)), max_size=3
    ).map(tuple),
    outlet=TEXTS,
    date=DATES,
    date_words=TEXTS,
    language=st.sampled_from(["", "en", "zh", "sr-Latn"]),
    url=st.sampled_from(["", "https://wire.example/a?b=1&c=2#d%20e", "https://wire.example/{x}"]),
    accessed=st.sampled_from(["", "2025-01-02"]),
    note=TEXTS,
    keywords=st.lists(TEXTS, max_size=3).map(tuple),
)


def reference(**changes: object) -> Reference:
    """An article of a news agency."""
    fields: dict[str, object] = {
        "id": "2024-05-21-a-weather-satellite-for-two-1a2b3c",
        "kind": Kind.NEWSPAPER,
        "title": "A weather satellite for two",
        "authors": (Author("Ada Quill"), Author("ZHOU Ming", "Zhou", "Ming")),
        "outlet": "Morning Wire",
        "date": Edtf.parse("2024-05-21"),
        "date_words": "21 May 2024",
        "language": "en",
        "url": "https://wire.example/a?b=1&c=2",
        "accessed": "2025-01-02",
        "note": "Filed in an atlas.",
        "keywords": ("France", "Space"),
    }
    return Reference(**{**fields, **changes})  # type: ignore[arg-type]
