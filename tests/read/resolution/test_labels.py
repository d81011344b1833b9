"""Short speaker labels resolved within their document."""

import pytest

from overtone.read.resolution.labels import explain_label, resolve_label
from tests.read.resolution.drawn import desk, page

HEADLINE = "Meeting of Vladimir Putin with Prime Minister of Armenia Nikol Pashinyan"
TALKS = (
    "President of Russia Vladimir Putin: Mr Prime Minister, I am glad to see you.\n\n"
    "Prime Minister of Armenia Nikol Pashinyan: Thank you for the invitation.\n\n"
    "LABEL: We have much to discuss today.\n\n"
    "Nikol Pashinyan: Yes, we do."
)


@pytest.mark.parametrize(
    ("label", "who"),
    [
        ("Putin", "putin"),
        ("Mr Putin", "putin"),
        ("V. Putin", "putin"),
        ("President", "putin"),
        ("President of Russia", "putin"),
        ("Prime Minister of Armenia", "pashinyan"),
        ("Pashinyan", "pashinyan"),
        ("He", "putin"),
        ("She", None),
        ("Question", None),
        ("Ruritanian President", None),
    ],
)
def test_a_short_label_is_given_to_its_speaker_or_to_nobody(label: str, who: str | None) -> None:
    document = page("en", TALKS.replace("LABEL", label), source="kremlin", headline=HEADLINE)
    assert resolve_label(label, document, desk(), document.text.index(f"{label}: We have")) == who


def test_a_namesake_of_another_given_name_is_nobody_we_know() -> None:
    text = "Andrei Lavrov: Good morning, colleagues.\n\nVladimir Putin: Please.\n\nLavrov: Thank you very much."
    document = page("en", text, source="kremlin")
    assert resolve_label("Lavrov", document, desk(), text.rindex("Lavrov")) is None


def test_the_debug_twin_tells_the_rule() -> None:
    document = page("en", TALKS.replace("LABEL", "He"), source="kremlin", headline=HEADLINE)
    found = explain_label("He", document, desk(), document.text.index("He: We"))
    assert (found.actor, found.rule) == ("putin", "pronoun@1")
