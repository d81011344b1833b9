"""Speed is measured in a process of its own, on texts that are there; what is not there is told."""

import gzip
import json
import os
from pathlib import Path

from overtone.bench.reading_systems import NAIVE, WHOLE
from overtone.bench.speed import memory, texts, words_per_second

PEER = NAIVE[-1]


def corpora(folder: Path) -> Path:
    files = {
        "data/telegram-ru-2024/posts-before-2024-11-30.jsonl.gz": [{"text": f"Пост {n}."} for n in range(40)],
        "data/kremlin-ru-en/kremlin-ru.jsonl.gz": [{"text_ru": "Лавров заявил, что Москва готова."}],
        "data/ntrex-en-ru-be/sentences.jsonl.gz": [{"doc": "a", "be": "Першы."}, {"doc": "a", "be": "Другі."}],
    }
    for name, rows in files.items():
        path = folder / name
        path.parent.mkdir(parents=True)
        with gzip.open(path, "wt", encoding="utf-8") as lines:
            lines.writelines(json.dumps(row) + "\n" for row in rows)
    (folder / "diary-2022").mkdir()
    items = [{"lang": "be", "text": "Дзённік."}, {"lang": "en", "text": "A diary."}]
    lines_of = "".join(json.dumps(item) + "\n" for item in items)
    (folder / "diary-2022" / "items.jsonl").write_text(lines_of, "utf-8")
    return folder


def test_texts_come_from_several_sources_up_to_so_many_words(tmp_path: Path) -> None:
    shared = corpora(tmp_path)
    assert list(texts(shared, "ru")) == ["Пост 0.", "Пост 17.", "Пост 34.", "Лавров заявил, что Москва готова."]
    assert list(texts(shared, "ru", 3)) == ["Пост 0.", "Пост 17."]
    assert list(texts(shared, "be")) == ["Дзённік.", "Першы.\nДругі."]


def test_a_speed_is_taken_alone_and_leaves_the_environment_as_it_was(tmp_path: Path) -> None:
    before = dict(os.environ)
    found = words_per_second(PEER, "ru", corpora(tmp_path))
    assert (found.value or 0) > 0
    assert found.n == 11
    assert dict(os.environ) == before


def test_what_cannot_be_measured_is_told(tmp_path: Path) -> None:
    assert words_per_second(PEER, "ru", tmp_path).why == "not measured: no kremlin-ru.jsonl.gz"


def test_memory_is_that_of_our_models_or_the_reason() -> None:
    found = memory()
    assert found.why if isinstance(WHOLE.make(), str) else (found.value or 0) > 50
