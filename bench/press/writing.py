"""Words a story: the article's title and text, and which sentences of it are which claims."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random
from typing import Any

from bench.press.claims import Said, filled, worded
from bench.press.stories import Shown, Story
from bench.press.tables import NAMES

# Marks of quotation by share: of 1,200 news articles with quotations two thirds have double marks, a third
# single ones, all of them straight; other houses print curly ones.
QUOTES = {'""': 0.4, "''": 0.2, "‘’": 0.25, "“”": 0.15}
# Of the paragraphs without a speaker so many are left out of a twin.
LEFT_OUT = 0.2


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or clause, in which somebody makes a claim; `text` has no full stop."""

    said: Said
    person: str
    text: str


@dataclass(frozen=True, slots=True)
class Written:
    """An article as written."""

    title: str
    paragraphs: tuple[str, ...]
    sentences: tuple[Sentence, ...]


class Writer:
    """Words stories with the frames of one set."""

    def __init__(self, frames: dict[str, Any], held_out: bool) -> None:
        self._frames = frames
        self._held_out = held_out

    def write(self, story: Story) -> Written:
        """Return the story worded: its skeleton decides which frames are taken, its id what fills them."""
        return _Wording(story, self._frames, self._held_out).written()


class _Wording:
    def __init__(self, story: Story, frames: dict[str, Any], held_out: bool) -> None:
        self._story = story
        self._frames = frames
        self._held_out = held_out
        self._choose = Random(story.skeleton)
        self._fill = Random(f"{story.skeleton}:{story.id}")
        self._quotes = self._choose.choices(list(QUOTES), list(QUOTES.values()))[0]
        self._sentences: list[Sentence] = []

    def written(self) -> Written:
        story = self._story
        speakers = [self._case(shown) for shown in story.cases]
        speakers += [self._expert(shown) for shown in story.experts]
        speakers += [self._official(shown) for shown in story.officials]
        paragraphs = [self._plain("context", scene=True), speakers[0]]
        for speaker in speakers[1:]:
            paragraphs += [self._plain("context", scene=True), speaker]
        paragraphs.append(self._plain("closings"))
        title = filled(self._choose.choice(self._frames["titles"]), self._slots())
        kept = [text for text in paragraphs if text]
        return Written(title[:1].upper() + title[1:], tuple(kept), tuple(self._sentences))

    def _plain(self, table: str, scene: bool = False) -> str:
        """Return a paragraph that nobody says; of a twin empty at times."""
        frames = self._choose.sample(self._frames[table], 2 if scene else 1)
        scenes = self._choose.sample(self._story.field.scenes, 2) if scene else []
        texts = [*frames, *scenes]
        self._choose.shuffle(texts)
        text = " ".join(filled(one, self._slots()) for one in texts[: self._choose.randint(1, 4)])
        if self._story.twin and scene and self._sentences and self._fill.random() < LEFT_OUT:
            return ""
        return text

    def _expert(self, shown: Shown) -> str:
        first, *rest = shown.says
        texts = [self._say("introductions", shown, first)]
        texts += [self._say("follow_ups", shown, said) for said in rest]
        split = self._choose.random() < 0.5 and len(texts) > 2
        return " ".join(texts[:2]) + "\n\n" + " ".join(texts[2:]) if split else " ".join(texts)

    def _say(self, table: str, shown: Shown, said: Said) -> str:
        frame = self._choose.choice([f for f in self._frames[table] if f"{{{said.form}}}" in f])
        text = worded(said, self._frames, self._held_out)
        self._sentences.append(Sentence(said, shown.person.id, text.rstrip(".")))
        return self._worded(
            frame, shown, {said.form: text, "short": self._choose.choice(self._frames["shorts"])}
        )

    def _case(self, shown: Shown) -> str:
        frame = self._choose.choice(self._frames["cases"])
        line = filled(self._choose.choice(self._frames["case_lines"]), self._slots() | self._matter())
        return self._worded(
            frame, shown, {"case": line, "short": self._choose.choice(self._frames["shorts"])}
        )

    def _official(self, shown: Shown) -> str:
        frame = self._choose.choice(self._frames["officials"])
        plan, plans = self._choose.choice(self._frames["plans"])
        slots = self._slots() | self._matter()
        return self._worded(frame, shown, {"plan": filled(plan, slots), "plans": filled(plans, slots)})

    def _matter(self) -> dict[str, str]:
        """Return a deed and an effect of the story's field, of which no expert has to speak."""
        field = self._story.field
        deed, effect = self._choose.choice(field.deeds), self._choose.choice(field.effects)
        return {
            "deed": deed.held_out if self._held_out else deed.nominal,
            "gain": effect.held_out if self._held_out else effect.nominal,
        }

    def _worded(self, frame: str, shown: Shown, said: dict[str, str]) -> str:
        slots = {
            "who": phrase(shown),
            "last": shown.name.last if shown.person.full else shown.written,
            "pron": "zij" if shown.name.woman else "hij",
        }
        text = filled(frame, slots | said)
        text = re.sub(r"‹([^›]*)›(,?)", self._quoted, text)
        return re.sub(r",(?=[.,:])", "", text)

    def _quoted(self, match: re.Match[str]) -> str:
        said, comma = match.groups()
        opening, closing = self._quotes
        return f"{opening}{said.rstrip('.') if comma else said}{closing}{comma}"

    def _slots(self) -> dict[str, str]:
        """Return what fills frames in which nobody is named."""
        story, fill, times = self._story, self._fill, NAMES["times"]
        claim = story.experts[0].says[0].claim
        return {
            "town": story.town,
            "n": str(fill.randint(3, 90)),
            "when": fill.choice(times["past"]),
            "soon": fill.choice(times["coming"]),
            "group": claim.group,
            "obj": claim.deed.object,
            "alt": claim.deed.held_out if self._held_out else claim.deed.nominal,
            "nom": claim.effect.held_out if self._held_out else claim.effect.nominal,
        }


def phrase(shown: Shown) -> str:
    """Return the words with which a story introduces a person; an apposition is closed with a comma.

    Of a university somebody is "aan", and after the bare name "van" it.
    """
    name, role, employer = shown.written, shown.role, shown.employer
    of = re.sub("^aan", "van", employer or "")
    age, town = f"({shown.person.age})", f"uit {shown.place}"
    match shown.form:
        case "role+name":
            return f"{role} {name}"
        case "role+name+affiliation":
            return f"{role} {name} {of}"
        case "role+affiliation+name":
            return f"{role} {employer} {name}" if employer != of else f"{role} {name} {of}"
        case "name+role+affiliation":
            return f"{name}, {role} {employer},"
        case "name+role":
            return f"{name}, {role},"
        case "name+affiliation":
            return f"{name} {of}"
        case "role+name+place":
            return f"{role} {name} {town}"
        case "name+role+place":
            return f"{name}, {role} {town},"
        case "name+age+place":
            return f"{name} {age} {town}"
        case "name+age":
            return f"{name} {age}"
        case "name+place":
            return f"{name} {town}"
    return name
