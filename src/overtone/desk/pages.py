"""The pages of the service as bytes: templates in the look of the publication, words of one language."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from overtone.desk.wording import words_of
from overtone.publish.rendering import emblem, stylesheet
from overtone.settings import LANGUAGES


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """One language of the switch: where this page stands in it."""

    lang: str
    name: str
    href: str
    current: bool


@cache
def assets() -> dict[str, tuple[bytes, str]]:
    """The files of the pages by name, with their types; names hold digests, so they may be kept for good."""
    style = stylesheet()[1] + (files("overtone.desk") / "templates" / "desk.css").read_bytes()
    icon = emblem()[1]
    return {
        f"desk-{sha256(style).hexdigest()[:10]}.css": (style, "text/css; charset=utf-8"),
        f"icon-{sha256(icon).hexdigest()[:10]}.svg": (icon, "image/svg+xml"),
    }


def page(template: str, language: str, *, path: str = "", report: str = "", **values: object) -> str:
    """One page; `path` is what stands behind the language in its address, where the page exists in each language.

    `report` is the address of the publication, "" where it has none.
    """
    style, icon = (f"/assets/{name}" for name in assets())
    return (
        _templates()
        .get_template(template)
        .render(
            words=words_of(language),
            style=style,
            icon=icon,
            report=f"{report}/{language}/" if report else "",
            home=f"/{language}/",
            tongues=_tongues(language, path),
            **values,
        )
    )


def _tongues(language: str, path: str) -> list[Tongue]:
    return [
        Tongue(lang=lang, name=words_of(lang).say("language.name"), href=f"/{lang}/{path}", current=lang == language)
        for lang in LANGUAGES
    ]


@cache
def _templates() -> Environment:
    return Environment(
        loader=ChoiceLoader([PackageLoader("overtone.desk"), PackageLoader("overtone.publish")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
