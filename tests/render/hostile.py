"""Strings that try to become more than text, for hypothesis and for plain tests."""

from __future__ import annotations

from hypothesis import strategies as st

TITLES = (
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "[click](javascript:alert(1))",
    "![x](https://tracker.example/x.png)",
    "Text {: onclick=alert(1) }",
    "# Text { #id .class onmouseover=x }",
    "{{ 7*7 }} {% raw %} {# x #}",
    '--8<-- "secrets.yml"',
    "---\ntitle: other\n---",
    "--- title: other ---",
    "a | b | c",
    "`code` ``` fence",
    "\u202egnp.exe \u2066x\u2069",
    ":material-skull: :smile:",
    "www.evil.example https://evil.example a@evil.example",
    "[^1]: note *[HTML]: other",
    "1. one",
    "- one",
    "+ one",
    "> one",
    "=== one",
    "!!! note",
    "??? note",
    "/// note",
    "&lt;b&gt; &#42;x&#42;",
    "<!-- comment",
    "\x00\x02klzzwxh:0000\x03",
    "\ud800 lone \ufffe",
    '" onmouseover="alert(1)" x="',
    "line\none\r\n    indented\u2028two\u0085three",
    "***bold*** __it__ ~~gone~~ ==marked== ^^up^^ ++ctrl+c++ $x$ \\(y\\)",
)

_PIECES = st.sampled_from(
    [
        *("<b>", "</p>", "</td>", "<!--", "-->", "]]>", "<br>", "&amp;", "&#42;", "{: a=b }", "{{ 7 }}", "--8<--"),
        *("---", "***", "|", "`", "```", "~~~", "\u202e", ":smile:", "[a](javascript:x)", "![x](y)", "[^1]", "[x]"),
        *("*[A]: b", "http://a.b", "www.a.b", "a@b.c", "1. ", "iv) ", "- ", "+ ", "# ", "> ", "=a==", "++a++"),
        *("!!! note", "??? a", '=== "a"', "/// x", "    ", "\n", "\n\n", "\t", "#1", "@user", "u/r#1", ": d", "[TOC]"),
        *("\\", "?1", "a-b", "don't", "“文”", '"', "'", "%", "word"),
    ]
)

#: Anything at all, with a taste for mark-up.
STRINGS = st.lists(
    st.one_of(
        _PIECES,
        st.text(max_size=4),
        st.text(alphabet="ab1 .:-_*`|<>&[](){}#!~^=+$@\\/?%'\"\n", max_size=6),
    ),
    max_size=8,
).map("".join)
