"""The words of joint texts: the same lists in every language."""

import tomllib
from importlib.resources import files

import pytest

from overtone.read.joint_words import FORMS, joint_words


def test_the_three_languages_have_the_same_lists() -> None:
    rows = tomllib.loads(files("overtone.read").joinpath("joint.toml").read_text("utf-8"))
    assert len({tuple(sorted(lists)) for lists in rows.values()}) == 1


@pytest.mark.parametrize("lang", ["en", "ru", "be"])
def test_every_form_has_words(lang: str) -> None:
    assert set(joint_words(lang).forms) == set(FORMS)
