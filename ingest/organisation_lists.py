"""Names that stand in one list with names of organisations, and so are organisations' too."""

from __future__ import annotations

from collections.abc import Container, Sequence
from types import ModuleType

from ingest.atoms import Atoms
from ingest.organisation_forms import Found, overlaps


class Lists:
    """The lists of names in one text; `rules` and `words` are what a language says of them."""

    def __init__(self, atoms: Atoms, rules: ModuleType, words: ModuleType) -> None:
        self.atoms = atoms
        self.rules = rules
        self.words = words

    def beside(
        self, found: Sequence[Found], runs: Sequence[tuple[int, int]], barred: Container[int]
    ) -> list[Found]:
        """Return those of `runs` that stand in one list with names in `found`: "het RIVM, Zevenbron en".

        None begins at one of the `barred` atoms.
        """
        ends, starts = {f.end for f in found}, {f.start for f in found}
        more: list[Found] = []
        # There and back: in "Zevenbron, Noorderlicht en het RIVM" the last name shows what the others are.
        for start, end in (*runs, *reversed(runs)):
            if start in starts or overlaps(start, end, found) or start in barred:
                continue
            if start in ends and self.atoms.gap(start - 1) == " ":
                continue
            if not self.rules.may_be_listed(self.atoms, start, end):
                continue
            if self._listed_after(start, end, ends) or self._listed_before(end, starts):
                more.append(Found(start, end))
                ends.add(end)
                starts.add(start)
        return more

    def _goes_on(self, end: int) -> bool:
        """Whether a list goes on after atom `end`: what stands alone after a comma says who somebody is."""
        if end >= len(self.atoms):
            return False
        if self.words.joins_list(self.atoms.lower[end]):
            return self.atoms.gap(end - 1) == " "
        named = self.atoms.capital[end] or self.words.is_article(self.atoms.lower[end])
        return named and self.atoms.gap(end - 1) == ", "

    def _listed_after(self, start: int, end: int, ends: Container[int]) -> bool:
        """Whether a name that ends at one of `ends` and a comma or "en" stand before the name `start:end`."""
        if start and self.words.is_article(self.atoms.lower[start - 1]):
            start -= 1
        if start and self.words.joins_list(self.atoms.lower[start - 1]) and self.atoms.gap(start - 1) == " ":
            return start - 1 in ends and self.atoms.gap(start - 2) == " "
        return start in ends and self.atoms.gap(start - 1) == ", " and self._goes_on(end)

    def _listed_before(self, end: int, starts: Container[int]) -> bool:
        """Whether a comma or "en" and a name that begins at one of `starts` stand after atom `end`."""
        if end + 2 >= len(self.atoms) or not self._goes_on(end):
            return False
        after = end + self.words.joins_list(self.atoms.lower[end])
        return after in starts or (self.words.is_article(self.atoms.lower[after]) and after + 1 in starts)
