"""Each system of the bench reads a text of its languages, or says why it cannot."""

import pytest

from overtone.bench.reading_systems import FAST, FULL, NAIVE, OURS, PEERS, WHOLE, WHOLE_FAST, System
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


@pytest.mark.parametrize("system", [FULL, WHOLE], ids=lambda system: system.name)
def test_a_path_with_models_reads_or_says_why_not(system: System) -> None:
    reads = system.make()
    if isinstance(reads, str):
        assert reads.startswith("not measured: ")
    else:
        assert all(len(reads(TEXT[lang], lang)) > 0 for lang in system.langs)


def test_whole_documents_give_statements_of_known_speakers() -> None:
    reads = WHOLE_FAST.make()
    assert not isinstance(reads, str)
    assert [one.actor for one in reads(TEXT["en"], "en")] == ["lavrov"]


def test_names_and_languages_tell_the_systems_apart() -> None:
    keys = [(system.name, lang) for system in (*OURS, *PEERS) for lang in system.langs]
    assert len(keys) == len(set(keys))
