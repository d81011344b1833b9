"""Each system of the bench reads a text of its languages, or says why it cannot."""

from importlib import import_module

import pytest

from overtone.bench.reading_systems import FAST, FULL, NAIVE, NOT_YET, PEERS, WHOLE, System
from overtone.records import Attribution

TEXT = {
    "en": "“We will not sign it,” Sergei Lavrov said.",
    "ru": "«Мы ничего не подпишем», — заявил Сергей Лавров.",
    "be": "«Мы нічога не падпішам», — заявіў Сяргей Лаўроў.",
}


@pytest.mark.parametrize("system", [FAST, *NAIVE], ids=lambda system: f"{system.name} {system.langs}")
def test_a_system_without_models_finds_a_plain_quotation(system: System) -> None:
    reads = system.make()
    assert not isinstance(reads, str)
    for lang in system.langs:
        found = reads(TEXT[lang], lang)
        assert len(found) == 1
        assert isinstance(found[0], Attribution)


def test_the_path_with_models_reads_or_says_that_it_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(import_module("overtone.read.speech"), "attribute", raising=False)
    assert FULL.make() == NOT_YET


def test_whole_documents_give_statements_of_known_speakers() -> None:
    reads = WHOLE.make()
    assert not isinstance(reads, str)
    assert [one.actor for one in reads(TEXT["en"], "en")] == ["lavrov"]


def test_names_and_languages_tell_the_systems_apart() -> None:
    keys = [(system.name, lang) for system in (FULL, FAST, WHOLE, *PEERS) for lang in system.langs]
    assert len(keys) == len(set(keys))
