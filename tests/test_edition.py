"""The weekly: the same cut gives the same bytes, later knowledge changes nothing earlier, an empty week says so."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from overtone.assess.weekly import LISTED
from overtone.cli.words import parse_week
from overtone.edition import compose
from overtone.errors import EvidenceError
from overtone.publish.proof import prove, sentences
from overtone.records import Edition, Text, week
from overtone.wiring import Workspace, open_workspace
from tests.world.workspace import HERE, WEEKS, overtone, settle

LANGUAGES = ("en", "ru", "be")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The frozen world, taken in once; tests that write make a copy."""
    return settle(tmp_path_factory.mktemp("world") / "desk")


@pytest.fixture(scope="module", params=WEEKS)
def edition(request: pytest.FixtureRequest, world: Workspace) -> Edition:
    """The edition of one of the four weeks."""
    with world.view() as view:
        return compose(view, world.registry, parse_week(request.param), LANGUAGES, world.judgements)


def printed(text: Text) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    return [(s.id, s.mark, s.exhibits, s.signals) for s in sentences(text)]


def test_three_languages_tell_the_same_sentences_on_the_same_ground(edition: Edition) -> None:
    assert tuple(text.lang for text in edition.texts) == LANGUAGES
    english, russian, belarusian = map(printed, edition.texts)
    assert english == russian == belarusian
    assert len({text.title for text in edition.texts}) == 3


def test_every_observed_sentence_rests_on_exhibits_or_signals(edition: Edition) -> None:
    prove(edition)
    shown = {exhibit.id for exhibit in edition.exhibits}
    for text in edition.texts:
        for sentence in sentences(text):
            if sentence.mark == "observed":
                assert sentence.exhibits or sentence.signals, sentence.words
            assert set(sentence.exhibits) <= shown


def test_every_exhibit_is_the_pages_own_words(edition: Edition, world: Workspace) -> None:
    with world.view() as view:
        documents = view.documents({exhibit.document for exhibit in edition.exhibits})
    for exhibit in edition.exhibits:
        text = documents[exhibit.document].text
        assert text[exhibit.start : exhibit.stop] == exhibit.quote
        around = exhibit.before + exhibit.quote + exhibit.after
        assert around in text


def test_every_quotation_is_found_in_an_exhibit_of_its_sentence(edition: Edition) -> None:
    words = {exhibit.id: (exhibit.quote, exhibit.lang) for exhibit in edition.exhibits}
    for text in edition.texts:
        for sentence in sentences(text):
            for start, stop, lang in sentence.quotes:
                assert (sentence.words[start:stop], lang) in [words[name] for name in sentence.exhibits]


def test_every_theme_has_a_headline_a_lead_and_a_verdict_with_its_ground(edition: Edition, world: Workspace) -> None:
    for text in edition.texts:
        assert [s.theme for s in text.sections] == sorted(
            world.registry.themes, key=lambda t: world.registry.themes[t].order
        )
        for section in text.sections:
            assert section.verdict in {"improved", "unchanged", "worsened", "cannot-say"}
            assert section.headline.words
            assert section.lead
            assert section.ground.words


def test_nothing_learnt_in_four_weeks_is_called_usual(edition: Edition) -> None:
    """Four weeks are too few to know what is usual: each verdict abstains and says why."""
    assert {section.verdict for section in edition.brief.sections} == {"cannot-say"}


def test_the_summit_is_in_its_week_with_the_talk_beside_it(world: Workspace) -> None:
    with world.view() as view:
        found = compose(view, world.registry, week(2022, 20), ("en",))
    keys = [f.key for s in found.brief.sections for f in (*s.lead, *s.body) if s.theme == "belarus-russia"]
    assert any(key.startswith("met-sidelines") for key in keys)
    assert any(key.startswith("met-multilateral") for key in keys)
    assert found.brief.charts


@pytest.mark.slow
def test_the_same_cut_gives_the_same_bytes_in_two_fresh_processes(world: Workspace, tmp_path: Path) -> None:
    folder = str(world.settings.workspace)
    bodies, files = [], []
    for seed in ("1", "2022"):
        site = tmp_path / seed
        done = overtone(
            "-w", folder, "edition", "--week", "2022-W20", "--site", str(site), "--json", PYTHONHASHSEED=seed
        )
        assert done.returncode == 0, done.stderr
        bodies.append(json.loads(done.stdout)["checksum"])
        files.append({p.relative_to(site): p.read_bytes() for p in sorted(site.rglob("*")) if p.is_file()})
    assert bodies[0] == bodies[1]
    assert files[0] == files[1]
    assert {path.parts[0] for path in files[0] if path.suffix == ".html" and len(path.parts) > 1} >= set(LANGUAGES)


def test_what_is_learnt_later_changes_nothing_that_was_known_before(world: Workspace, tmp_path: Path) -> None:
    shutil.copytree(world.settings.workspace, tmp_path / "desk")
    desk = open_workspace(tmp_path / "desk")
    with desk.view() as view:
        cut = view.as_of
    before = desk.publish(week(2022, 20), site=tmp_path / "before")
    lines = (HERE / "pages" / "moscow.jsonl").read_text("utf-8").splitlines()
    changed = json.loads(next(line for line in lines if "2022-05-16" in line))
    late = tmp_path / "late.jsonl"
    new = changed | {"id": "learnt-later", "title": "Another page on the CSTO summit"}
    again = changed | {"text": changed["text"] + " A line was added later."}
    late.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in (new, again)), "utf-8")
    assert desk.intake(late, "world-moscow", workers=1).fresh == 2
    assert desk.publish(week(2022, 20), as_of=cut, site=tmp_path / "cut").checksum == before.checksum
    assert desk.publish(week(2022, 20), site=tmp_path / "now").checksum != before.checksum


@pytest.mark.parametrize(("year", "number"), [(2022, 30), (1999, 1)])
def test_a_week_without_data_says_so_and_abstains(world: Workspace, tmp_path: Path, year: int, number: int) -> None:
    with world.view() as view:
        found = compose(view, world.registry, week(year, number), LANGUAGES)
    prove(found)
    assert "limit-no-data" in [limit.key for limit in found.brief.limits]
    assert {section.verdict for section in found.brief.sections} == {"cannot-say"}
    assert all(not section.body for section in found.brief.sections)
    for text in found.texts:
        assert next(s.words for s in text.limits if s.id == found.brief.limits[0].id)
    published = world.publish(week(year, number), site=tmp_path)
    assert all(path.exists() for path in published.paths)


def test_an_empty_ledger_gives_an_edition_that_says_so(tmp_path: Path) -> None:
    desk = settle(tmp_path / "desk", "minsk")
    shutil.rmtree(desk.settings.ledger)
    published = desk.publish(week(2022, 20))
    page = next(path for path in published.paths if path.parts[-3:] == ("en", "2022-W20", "index.html"))
    assert "no document" in page.read_text("utf-8")


def test_only_the_languages_asked_for_are_written(world: Workspace) -> None:
    with world.view() as view:
        found = compose(view, world.registry, week(2022, 20), ("be",))
    assert [text.lang for text in found.texts] == ["be"]


JUDGED = """
[questions.summit-purpose]
en = "What was the summit for?"
ru = "Для чего был нужен саммит?"
be = "Навошта быў патрэбны саміт?"
on = {on}
entered = {entered}
by = "Example Weekly"
rule = "A document that names its purpose."
moves = "What those who met say of it."
owner = "Example desk"
review_on = 2022-12-31
look = {{ of = "statements", topics = ["csto"] }}
reference = "https://example.org/"
"""


def judging(desk: Workspace, on: str, entered: str) -> Workspace:
    """The same desk with a question of its own."""
    folder = desk.settings.workspace / "judgements"
    folder.mkdir(exist_ok=True)
    (folder / "own.toml").write_text(JUDGED.format(on=on, entered=entered), "utf-8")
    return open_workspace(desk.settings.workspace)


def test_what_is_judged_stands_in_the_edition_with_its_mark(world: Workspace, tmp_path: Path) -> None:
    shutil.copytree(world.settings.workspace, tmp_path / "desk")
    desk = judging(open_workspace(tmp_path / "desk"), on="2022-05-10", entered="2022-05-10")
    with desk.view() as view:
        found = compose(view, desk.registry, week(2022, 20), LANGUAGES, desk.judgements)
    prove(found)
    asked = [s for text in found.texts for r in text.registers if r.key == "questions" for s in r.sentences]
    assert [s.mark for s in asked] == ["analysis"] * 3
    assert "12 days" in asked[0].words
    assert all(s.exhibits for s in asked)


def test_what_was_written_down_after_the_cut_is_not_judged(world: Workspace, tmp_path: Path) -> None:
    shutil.copytree(world.settings.workspace, tmp_path / "desk")
    desk = judging(open_workspace(tmp_path / "desk"), on="2022-05-10", entered="2030-01-01")
    with desk.view() as view:
        late = compose(view, desk.registry, week(2022, 20), ("en",), desk.judgements)
        cut = compose(view, desk.registry, week(2022, 20), ("en",), desk.judgements, view)
    assert "questions" in [r.key for r in late.brief.registers]
    assert "limit-hindsight" in [limit.key for limit in late.brief.limits]
    assert "questions" not in [r.key for r in cut.brief.registers]


def test_each_sentence_has_one_support_at_least_and_the_build_refuses_without_it(edition: Edition) -> None:
    """Any observed sentence of any register whose one support is taken away stops the edition."""
    tried = 0
    for number, register in enumerate(edition.texts[0].registers):
        for place, sentence in enumerate(register.sentences):
            if sentence.mark != "observed":
                continue
            bare = replace(sentence, exhibits=(), signals=())
            sentences_of = (*register.sentences[:place], bare, *register.sentences[place + 1 :])
            registers = list(edition.texts[0].registers)
            registers[number] = replace(register, sentences=sentences_of)
            spoilt = replace(edition, texts=(replace(edition.texts[0], registers=tuple(registers)),))
            with pytest.raises(EvidenceError, match="rests on no evidence"):
                prove(spoilt)
            tried += 1
    assert tried or not edition.texts[0].registers


def test_registers_stand_in_one_order_in_every_language(edition: Edition) -> None:
    order = [key for key, _ in LISTED]
    for text in edition.texts:
        told = [register.key for register in text.registers]
        assert told == [key for key in order if key in told]
        assert all(f"register.{key}" in dict(text.labels) for key in told)


def test_every_number_a_sentence_rests_on_is_printed_with_the_counts_behind_it(edition: Edition) -> None:
    printed = {signal.id: signal for signal in edition.signals}
    counted = {tally.measure for tally in edition.tallies}
    for text in edition.texts:
        for sentence in sentences(text):
            for name in sentence.signals:
                assert printed[name].measure in counted
    assert all(tally.command.startswith(f"overtone measure {tally.measure} --week") for tally in edition.tallies)


def test_the_days_on_which_each_source_was_seen_are_told(edition: Edition) -> None:
    window = edition.brief.window
    assert {source for source, _ in edition.brief.seen} == {source for source, _, _ in edition.brief.sources}
    assert all(window.start <= day < window.stop for _, days in edition.brief.seen for day in days)


TURN_OF_THE_YEAR = {
    "en": "December 26, 2022 – January 1, 2023",
    "ru": "26 декабря 2022 г. – 1 января 2023 г.",
    "be": "26 снежня 2022 – 1 студзеня 2023",
}


def test_a_week_in_two_years_is_dated_as_each_language_dates_it(world: Workspace) -> None:
    with world.view() as view:
        found = compose(view, world.registry, week(2022, 52), LANGUAGES)
    assert {text.lang: text.title.replace("\u00a0", " ") for text in found.texts} == TURN_OF_THE_YEAR
