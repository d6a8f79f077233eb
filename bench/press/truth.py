"""An invented newsroom as files: its articles as `ingest` takes them, and the truth about them."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from bench.press.stories import Newsroom, Shown, Story
from bench.press.tables import NAMES, frames
from bench.press.writing import Sentence, Writer, Written

FIRST_DAY = date(2017, 1, 1)
_PREPOSITION = re.compile(r"^(?:van|aan|bij) (?:(?:de|het) (?=[A-Z]))?")


@dataclass(frozen=True, slots=True)
class Files:
    """The articles, one object each, and the truth about all of them (`bench/truth.py` reads it).

    Truth: `persons` with id, kind, whether invented, whether they ever have a full name; `appearances` with
    article (its url), name as written, person, and role, place and affiliation as stated; `stories` of more
    than one article; `twins` with the articles of both stories and what was swapped; `claims` with their
    sentences: article, person, text, and how it is said.
    """

    articles: list[dict[str, str]]
    truth: dict[str, Any]
    publishers: list[dict[str, str]]


def newsroom(articles: int, seed: int, held_out: bool = False) -> Files:
    """Make a newsroom. The same arguments make the same bytes."""
    table = frames(held_out)
    room = Newsroom(articles, f"{seed}{'held out' if held_out else ''}", table)
    writer = Writer(table, held_out)
    record = _Record()
    for story in room.stories():
        record.add(story, writer.write(story))
    truth = {"settings": {"articles": articles, "seed": seed, "held_out": held_out}} | record.truth()
    return Files(record.articles, truth, publishers())


def publishers() -> list[dict[str, str]]:
    """Return the invented publishers, as `schema/publishers.toml` has the real ones."""
    return [
        {"domain": _domain(title), "title": title, "owner": owner}
        for owner, titles in NAMES["publishers"].items()
        for title in titles
    ]


class _Record:
    def __init__(self) -> None:
        self.articles: list[dict[str, str]] = []
        self._stories: dict[str, tuple[Story, list[str]]] = {}
        self._appearances: list[dict[str, str | None]] = []
        self._persons: dict[str, dict[str, Any]] = {}
        self._claims: dict[Any, list[dict[str, str]]] = defaultdict(list)

    def add(self, story: Story, written: Written) -> None:
        """Take in a story: its article, and those of the titles that take it over."""
        urls = [self._article(story, written, story.publisher, 0)]
        rng = Random(f"{story.skeleton}:copies")
        for number, title in enumerate(story.copies, 1):
            urls.append(self._article(story, _taken_over(written, story, rng), title, number))
        self._stories[story.id] = story, urls

    def _article(self, story: Story, written: Written, publisher: str, copy: int) -> str:
        day = FIRST_DAY + timedelta(days=story.day + copy // 2)
        text = "\n\n".join(written.paragraphs)
        slug = f"{_slug(written.title)}-{story.id}{'-' + str(copy) if copy else ''}"
        url = f"https://{_domain(publisher)}/{day:%Y/%m}/{slug}"
        self.articles.append(
            {
                "url": url,
                "title": written.title,
                "date": day.isoformat(),
                "publisher": publisher,
                "text": text,
            }
        )
        for shown in (*story.experts, *story.officials, *story.cases):
            if shown.written in text:
                self._appear(url, shown)
        for sentence in written.sentences:
            if sentence.text in text:
                self._claim(url, story, sentence)
        return url

    def _appear(self, url: str, shown: Shown) -> None:
        person = shown.person
        self._persons.setdefault(
            person.id,
            {"kind": person.kind, "name": person.name.full, "invented": person.invented, "full": person.full},
        )
        self._appearances.append(
            {
                "article": url,
                "name": shown.written,
                "person": person.id,
                "role": shown.role,
                "place": shown.place,
                "affiliation": _PREPOSITION.sub("", shown.employer) if shown.employer else None,
                "form": shown.form,
            }
        )

    def _claim(self, url: str, story: Story, sentence: Sentence) -> None:
        said = sentence.said
        entry = {"article": url, "story": story.id, "person": sentence.person, "text": sentence.text}
        self._claims[said.claim.key].append(entry | {"how": said.how, "form": said.form})

    def truth(self) -> dict[str, Any]:
        return {
            "persons": [{"id": id} | row for id, row in self._persons.items()],
            "appearances": self._appearances,
            "stories": [
                {"id": id, "articles": urls} for id, (_, urls) in self._stories.items() if len(urls) > 1
            ],
            "twins": list(self._twins()),
            "claims": [
                {"id": f"c{number}", "sentences": sentences}
                for number, sentences in enumerate(self._claims.values(), 1)
                if len({(s["story"], s["person"]) for s in sentences}) > 1
            ],
        }

    def _twins(self) -> Iterable[dict[str, Any]]:
        for id, (story, urls) in self._stories.items():
            if story.twin:
                model, others = self._stories[story.twin]
                yield {
                    "stories": [model.id, id],
                    "articles": [others, urls],
                    "swapped": list(_swapped(model, story)),
                }


def _swapped(one: Story, other: Story) -> Iterable[dict[str, str]]:
    def swap(what: str, before: str, after: str) -> dict[str, str]:
        return {"what": what, "one": before, "other": after}

    yield swap("town", one.town, other.town)
    for kind, before, after in (
        ("expert", one.experts, other.experts),
        ("official", one.officials, other.officials),
        ("case", one.cases, other.cases),
    ):
        for a, b in zip(before, after, strict=False):
            yield swap(kind, a.written, b.written)
            for said, again in zip(a.says, b.says, strict=False):
                if said.claim.number != again.claim.number:
                    yield swap("number", said.claim.number or "", again.claim.number or "")


def _taken_over(written: Written, story: Story, rng: Random) -> Written:
    """Return an article as another title takes it over: as it is, shortened, or with an agency's name."""
    paragraphs = list(written.paragraphs)
    change = rng.random()
    if change < 0.3 and len(paragraphs) > 3:
        del paragraphs[-1]
    elif change < 0.6:
        paragraphs[0] = f"{story.town.upper()} (LPD) - {paragraphs[0]}"
    elif change < 0.8:
        paragraphs.append("Lees ook wat lezers eerder over dit onderwerp schreven.")
    title = written.title if rng.random() < 0.5 else f"{written.title} ({story.town})"
    return Written(title, tuple(paragraphs), written.sentences)


def _domain(title: str) -> str:
    return f"{_slug(title)}.example"


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60]
