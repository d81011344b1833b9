"""The articles that the speed of building is measured on: made up, whole, the same each time."""

from pathlib import Path

from overtone.bench.publish import WORDS, article, articles


def test_an_article_is_the_same_each_time_and_of_ordinary_length() -> None:
    for lang in WORDS:
        assert article(lang, 3) == article(lang, 3) != article(lang, 4)
        assert 3000 < len(article(lang, 3)) < 9000
        assert article(lang, 3).count("\n## ") == 4


def test_every_language_has_as_many(tmp_path: Path) -> None:
    assert articles(tmp_path, 2) == 6
    assert len(list(tmp_path.glob("*.md"))) == 6
    assert (tmp_path / "authors.toml").is_file()
