"""`overtone phrases`: every phrase of a language with each form it can take, for a native reviewer."""

import click

from overtone.cli.output import json_option, print_json
from overtone.settings import LANGUAGES


@click.command("phrases")
@click.option("--lang", type=click.Choice(LANGUAGES), required=True, help="Language of the phrases.")
@json_option
def command(lang: str, as_json: bool) -> None:
    """Print every phrase of a language with each plural form, gender and case it can take, as Markdown.

    \b
    Example:  overtone phrases --lang be
    """
    from overtone.brief.review import review
    from overtone.registry import default_desk, load

    text = review(lang, load(default_desk()))
    if as_json:
        print_json("phrases", {"lang": lang, "markdown": text})
        return
    click.echo(text, nl=False)
