"""Each piece of evidence is a Web Annotation that anybody can check with the copy beside it."""

import json
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest

from overtone.publish.annotations import Resting, annotation, copy_name, window
from overtone.records import Exhibit
from tests.publish.week41 import edition

RESTING = (Resting(href="https://example.org/en/2022-W41/#s-1", words="He said so.", lang="en"),)


def told(exhibit: Exhibit, resting: tuple[Resting, ...] = RESTING) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(annotation(exhibit, "https://example.org/a.json", "../text/b.txt", resting))
    return made


@pytest.mark.parametrize("exhibit", edition().exhibits, ids=lambda e: e.id[:8])
def test_it_has_what_the_data_model_asks(exhibit: Exhibit) -> None:
    made = told(exhibit)
    assert made["@context"] == ["http://www.w3.org/ns/anno.jsonld", {"overtone": "urn:overtone:"}]
    assert (made["id"], made["type"], made["motivation"]) == ("https://example.org/a.json", "Annotation", "describing")
    plain = {"@context", "id", "type", "motivation", "body", "target"}
    assert all(key in plain or key.startswith("overtone:") for key in made)
    (body,) = made["body"]
    assert (body["type"], body["value"], body["language"]) == ("TextualBody", "He said so.", "en")
    assert [t["type"] for t in made["target"]] == ["SpecificResource"] * 2
    assert made["target"][0]["source"] == exhibit.url
    for target in made["target"]:
        assert target["state"]["type"] == "TimeState"
        assert [s["type"] for s in target["selector"]] == ["TextQuoteSelector", "TextPositionSelector"]


@pytest.mark.parametrize("exhibit", edition().exhibits, ids=lambda e: e.id[:8])
def test_positions_are_code_points_of_the_text_they_belong_to(exhibit: Exhibit) -> None:
    archived, published = told(exhibit)["target"]
    quote, place = archived["selector"]
    assert place["end"] - place["start"] == len(quote["exact"])
    assert place["start"] == exhibit.start
    copy = window(exhibit).decode()
    place = published["selector"][1]
    assert copy[place["start"] : place["end"]] == exhibit.quote
    assert archived["state"]["overtone:sha256"] == exhibit.text_sha256


def test_the_copy_bears_the_digest_of_its_own_bytes() -> None:
    for exhibit in edition().exhibits:
        assert copy_name(exhibit) == f"text/{sha256(window(exhibit)).hexdigest()}.txt"


def test_without_a_sentence_it_highlights_and_without_an_address_it_names_the_document() -> None:
    exhibit = edition().exhibits[0]
    bare = told(exhibit, ())
    assert bare["motivation"] == "highlighting"
    assert "body" not in bare
    hostile = told(replace(exhibit, url="javascript:alert(1)"))
    assert hostile["target"][0]["source"] == f"urn:overtone:document:{exhibit.document}"
