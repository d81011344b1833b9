"""Settings: a flag goes before the environment, that before the file, that before the default; mistakes are located."""

from pathlib import Path

import pytest

from overtone.errors import SettingsError
from overtone.settings import FILE, SETTINGS, read_settings, template, variable


def test_defaults_lie_in_the_workspace(tmp_path: Path) -> None:
    settings = read_settings(tmp_path)
    assert (settings.ledger, settings.facts, settings.site) == tuple(tmp_path / n for n in ("ledger", "facts", "site"))
    assert settings.languages == ("en", "ru", "be")
    assert {origin for _, origin in settings.origins} == {"default"}


def test_what_is_said_nearer_goes_first(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("# mine\n[intake]\nworkers = 3\nbatch = 10\n")
    environment = {"OVERTONE_INTAKE_WORKERS": "4", "OVERTONE_LEDGER": "/elsewhere"}
    settings = read_settings(tmp_path, environment, {"intake.workers": "5"})
    assert (settings.workers, settings.batch, settings.ledger) == (5, 10, Path("/elsewhere"))
    assert settings.origin("intake.workers") == "--workers"
    assert settings.origin("intake.batch") == f"{tmp_path / FILE}:4"
    assert settings.origin("ledger") == "OVERTONE_LEDGER"
    assert read_settings(tmp_path, environment).workers == 4
    assert read_settings(tmp_path).workers == 3
    assert dict(settings.items())["intake.workers"] == 5


MISTAKES = {
    "a word misspelt": ("[intake]\nworkrs = 2\n", 2, "no setting intake.workrs", "did you mean intake.workers"),
    "a section that is none": ("ledger = 'x'\n[mail]\nhost = 'y'\n", 3, "no setting mail.host", "the settings are"),
    "no workers": ("[intake]\nbatch = 9\nworkers = 0\n", 3, "intake.workers is '0'", "a whole number from 1"),
    "words for a number": ("[intake]\nworkers = 'many'\n", 2, "is 'many'", "a whole number from 1"),
    "a number for true": ("[intake]\nworkers = true\n", 2, "is True", "whole number"),
    "a language nobody writes": ("[edition]\nlanguages = ['en', 'de']\n", 2, "is 'en,de'", "some of en, ru, be"),
    "a language twice": ("[edition]\nlanguages = ['en', 'en']\n", 2, "is 'en,en'", "each once"),
    "no address": ("[edition]\naddress = 'example.org'\n", 2, "is 'example.org'", "https://"),
    "no folder": ("site = ''\n", 1, "site is ''", "a folder"),
}


@pytest.mark.parametrize("case", MISTAKES)
def test_a_mistake_is_told_with_file_line_and_field(tmp_path: Path, case: str) -> None:
    text, line, what, step = MISTAKES[case]
    (tmp_path / FILE).write_text(text)
    with pytest.raises(SettingsError) as caught:
        read_settings(tmp_path)
    assert caught.value.where == f"{tmp_path / FILE}:{line}"
    assert what in caught.value.what
    assert step in caught.value.next_step


def test_a_file_that_is_no_toml_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("ledger = 'x'\nworkers 2\n")
    with pytest.raises(SettingsError, match="line 2"):
        read_settings(tmp_path)


def test_the_template_says_the_defaults(tmp_path: Path) -> None:
    defaults = read_settings(tmp_path)
    (tmp_path / FILE).write_text(template())
    assert read_settings(tmp_path) == defaults
    (tmp_path / FILE).write_text("\n".join(line.removeprefix("# ") for line in template().splitlines()[1:]))
    uncommented = read_settings(tmp_path)
    assert uncommented.items() == defaults.items()
    assert all(str(tmp_path) in origin for _, origin in uncommented.origins)


def test_each_setting_has_a_variable_of_its_own() -> None:
    assert len({variable(name) for name in SETTINGS}) == len(SETTINGS)
