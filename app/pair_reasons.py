"""What speaks for and against two persons being one, in sentences: "towns differ: Zwolle, Breda"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from app.messages import Messages
from graph.lines import Comparison, FeatureLine, PersonLine

# What of a person each feature is about.
_STATED: dict[str, Callable[[Messages, PersonLine], Iterable[str]]] = {
    "role": lambda say, person: person.roles,
    "family": lambda say, person: (say.code("role_families", code) for code in person.role_families),
    "employer": lambda say, person: person.affiliations,
    "place": lambda say, person: person.places,
    "subject": lambda say, person: (say.code("subjects", code) for code in person.subjects),
    "publisher": lambda say, person: person.publishers,
    "owner": lambda say, person: person.owners,
    "years": lambda say, person: sorted({date[:4] for date in (person.first, person.last) if date}),
    "name": lambda say, person: (person.name,),
}
_ABOUT = {
    "same_role": "role",
    "like_role": "role",
    "same_family": "family",
    "related_family": "role",
    "other_family": "role",
    "same_employer": "employer",
    "other_employer": "employer",
    "same_place": "place",
    "other_place": "place",
    "same_subject": "subject",
    "other_subject": "subject",
    "same_publisher": "publisher",
    "same_owner": "owner",
    "years_apart": "years",
}

# Values of one person that a sentence names.
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence, and by how many bits it speaks for (above 0) or against one person."""

    text: str
    weight: float


def reasons(say: Messages, compared: Comparison) -> Iterator[Reason]:
    """Yield what speaks for and against two persons being one, what says most first."""
    for feature in sorted(compared.features, key=lambda feature: -abs(feature.weight)):
        if feature.weight:
            yield Reason(_sentence(say, feature, compared), feature.weight)
    if compared.sure:
        yield Reason(say.text("pairs.even_so"), 0.0)


def _sentence(say: Messages, feature: FeatureLine, compared: Comparison) -> str:
    about = _STATED[_ABOUT.get(feature.name, "name")]
    ones, others = list(about(say, compared.one)), list(about(say, compared.other))
    folded = {word.casefold() for word in others}
    shared = [word for word in ones if word.casefold() in folded] or [*ones, *others]
    # A name counts for one person if it is rare, and against it if it is common.
    side = ("_common" if feature.weight < 0 else "_rare") if feature.name == "rarity" else ""
    return say.text(
        f"pairs.{feature.name}{side}",
        ones=_few(ones),
        others=_few(others),
        shared=_few(dict.fromkeys(shared)),
    )


def _few(words: Iterable[str]) -> str:
    some = list(words)
    return ", ".join(some[:_NAMED]) + (" …" if len(some) > _NAMED else "") or "–"
