"""The pictures of docs/pictures.md, from made-up figures: `python -m tests.publish.charts.gallery` renews them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from overtone.publish.charts import draw
from tests.publish.charts import made_up

FOLDER = Path(__file__).parents[3] / "docs" / "images" / "pictures"
TOLD = {
    "shares": ("What was spoken of", "Ukraine comes first with 43%, above its usual level of 25%."),
    "weeks": (
        "Who spoke, week by week",
        "Mirziyoyev and Tokayev have 26% each in the last week; Putin 11%, usually 18%.",
    ),
    "contacts": (
        "Contacts in 2022, day by day",
        "26 contacts; two of them only announced, one cancelled.",
    ),
    "timeline": ("Contacts by month", "Three kinds of contact over twelve months."),
    "matrix": ("Who mentioned what", "Most often: Lukashenko, Ukraine, 34."),
    "calendar": (
        "Silence week by week",
        "Putin is silent from the eighth week on; in two weeks only Tokayev could be heard.",
    ),
    "arrows": (
        "Who usually says it first",
        "Lukashenko before Putin: 61% of their lines, where 42% were to be expected.",
    ),
    "network": (
        "Who takes words from whom",
        "Seven ties beyond chance; the strongest from Putin to Lukashenko, 46.2 bits.",
    ),
    "ladder": (
        "Tone beside the others",
        "On Ukraine Tokayev is the most hostile, −0.31, and Putin the most conciliatory, 0.55.",
    ),
    "points": ("Positions by votes", "From 1.8 on the side of the United States down to −1.48."),
    "forest": ("Mentions", "Ukraine 4, between 1 and 9; the European Union 9, between 4 and 60."),
    "grid": ("Competing hypotheses", "The third item adds 1.6 to the first hypothesis and takes 1.2 from the third."),
    "calibration": ("Calibration of forecasts", "Of what was given 30%, 20% came true."),
}


def pictures() -> Iterator[tuple[str, str]]:
    """File name and bytes of each."""
    for made in made_up.EVERY:
        name = made.__name__
        title, alt = TOLD[name]
        drawn = draw(replace(made("en"), title=title, alt=alt), made_up.words("en"), stem=name, alone=True)
        yield f"{name}.svg", f"{drawn}\n"


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, written in pictures():
        (FOLDER / name).write_text(written, "utf-8")
