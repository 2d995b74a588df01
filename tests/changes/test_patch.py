"""The merge patch of two snapshots: what it says, and that it leads from one to the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.changes.patch import Json, JsonObject, apply, difference, same

_SCALARS = st.one_of(st.booleans(), st.integers(-3, 3), st.text("ab", max_size=2))
_VALUES: st.SearchStrategy[Json] = st.recursive(
    _SCALARS, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("xyz"), inner, max_size=3)
)
_OBJECTS: st.SearchStrategy[JsonObject] = st.dictionaries(st.sampled_from("abcd"), _VALUES, max_size=4)


@given(_OBJECTS, _OBJECTS)
def test_applying_the_difference_to_the_old_gives_the_new(old: JsonObject, new: JsonObject) -> None:
    result = apply(old, difference(old, new))
    assert same(result, new)  # as JSON: to Python 1 equals true


@given(_OBJECTS)
def test_nothing_differs_from_itself(value: JsonObject) -> None:
    assert difference(value, value) == {}


@given(_OBJECTS, _OBJECTS)
def test_neither_side_is_changed(old: JsonObject, new: JsonObject) -> None:
    before = repr((old, new))
    apply(old, difference(old, new))
    assert repr((old, new)) == before


def test_what_went_is_null_and_what_stayed_is_not_said() -> None:
    old: JsonObject = {"kept": 1, "gone": {"x": 1}, "inner": {"a": 1, "b": 2}}
    assert difference(old, {"kept": 1, "inner": {"a": 1, "b": 3}}) == {"gone": None, "inner": {"b": 3}}


def test_an_empty_object_that_is_new_is_said() -> None:
    assert difference({"partners": {}}, {"partners": {"FR": {}}}) == {"partners": {"FR": {}}}


@pytest.mark.parametrize("new", [{"a": None}, {"a": {"b": None}}])
def test_null_is_refused_since_a_patch_cannot_set_it(new: JsonObject) -> None:
    with pytest.raises(ValueError, match="leave the key out"):
        difference({}, new)
