"""The institutions the program knows, and which of them a written name means.

`load()` gives the project's own list, `schema/authority/institutions.csv`; `load(folder)` adds the lists a
user keeps there. `Register.identify` tells what a name is: the listed name (`exact`), another form of it
(`alias`), or one that looks like it and is not (`near-miss`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib import resources
from pathlib import Path

from ingest.authority_files import AuthorityError, Listed, read_csv, read_folder
from ingest.extraction import Authority
from ingest.institution_names import (
    Shape,
    block_keys,
    key,
    likeness,
    shape,
    within,
    without_article,
    without_country,
    words,
)

__all__ = ["AuthorityError", "Match", "Register", "load"]

# Whose records of a ROR dump are taken unless all are asked for.
DUTCH_SPEAKING = ("NL", "BE")

# How sure an identification is that rests on a form which no list holds as such: other joining words
# ("Universiteit van Leiden"), or the institution's own country added ("de Nederlandse Gezondheidsraad").
_REWORDED = 0.95

# Newspapers write longer acronyms like words ("Rivm", "Navo").
PRONOUNCED_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Match:
    """What a name was found to be.

    `match` is `exact`, `alias` or `near-miss`. `score` is 1 for a listed form, 0.95 for one that differs
    from it in joining words or by naming its country, and 0.8 or 0.9 for a near-miss, by how much differs.
    `ambiguous` says that the form counts only where the context speaks for it; `others` are further
    institutions it may mean.
    """

    authority: Authority
    match: str
    score: float
    ambiguous: bool = False
    others: tuple[Authority, ...] = ()


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of the name of institution `owner`, from the list of this `rank`; `exact` is the name itself."""

    text: str
    owner: int
    rank: int
    exact: bool
    acronym: bool
    ambiguous: bool


class Register:
    """Institutions from one or more lists, the most trusted first.

    What an earlier list says of an institution stands; later ones add forms and missing ids. A form that an
    earlier list gives to one institution is not taken over by another one of a later list.
    """

    def __init__(self, lists: Iterable[Iterable[Listed]]) -> None:
        self._authorities: list[Authority] = []
        self._forms: dict[str, list[_Form]] = defaultdict(list)
        self._identities: dict[str, tuple[int, int]] = {}
        for rank, rows in enumerate(lists):
            for row in rows:
                self._add(row, rank)

    def __len__(self) -> int:
        return len(self._authorities)

    def identify(self, name: str) -> Match | None:
        """Return which institution `name` means or resembles, None when it is like none.

        Case, diacritics, hyphens, spaces and an article in front do not matter, except that acronyms count
        only as written: "RUG", not "rug".
        """
        return self._listed(name) or self._reworded(name) or self._resembled(name)

    def names(self) -> Iterator[tuple[str, bool]]:
        """Yield every form under which an institution is listed, and whether it needs context to count."""
        seen: set[str] = set()
        for forms in self._forms.values():
            ambiguous = self._choose(forms).ambiguous
            for form in forms:
                if form.text not in seen:
                    seen.add(form.text)
                    yield form.text, ambiguous

    # --- building ---

    def _add(self, row: Listed, rank: int) -> None:
        owner = self._owner(row, rank)
        authority = self._authorities[owner]
        self._authorities[owner] = replace(
            authority,
            kind=authority.kind or row.kind,
            country=authority.country or row.country,
            ror=authority.ror or row.ror,
            wikidata=authority.wikidata or row.wikidata,
        )
        texts = dict.fromkeys((row.name, *row.aliases, *row.acronyms))
        for text in texts:
            exact = text == authority.name
            ambiguous = text in row.ambiguous
            acronym = text in row.acronyms or _is_acronym(text)
            form = _Form(text, owner, rank, exact, acronym, ambiguous)
            self._put(form)
            if not ambiguous:
                self._identities.setdefault(_named(row.country, text), (owner, rank))
            word = text.capitalize()
            if acronym and not ambiguous and len(text) >= PRONOUNCED_LETTERS and word not in texts:
                self._put(replace(form, text=word))

    def _put(self, form: _Form) -> None:
        listed = self._forms[_acronym_key(form.text) if form.acronym else key(form.text)]
        if not any(other.owner == form.owner for other in listed):
            listed.append(form)

    def _owner(self, row: Listed, rank: int) -> int:
        """Return the number of the institution that `row` is about, a new one if it is not known yet.

        Rows with one ROR or Wikidata id are about one institution, and so is a row whose name an earlier
        list has, without ambiguity, for an institution of that country. Two ROR ids are two institutions.
        """
        ids = [f"ror:{row.ror}"] if row.ror else []
        ids += [f"wikidata:{row.wikidata}"] if row.wikidata else []
        ids.append(row.id)
        for identity in (*ids, _named(row.country, row.name)):
            owner, since = self._identities.get(identity, (-1, rank))
            same = identity in ids or since < rank
            if owner >= 0 and same and not _differ(self._authorities[owner].ror, row.ror):
                break
        else:
            owner = len(self._authorities)
            authority = Authority(row.id, row.name, row.kind, row.country, row.ror, row.wikidata)
            self._authorities.append(authority)
        for identity in ids:
            self._identities.setdefault(identity, (owner, rank))
        return owner

    # --- looking up ---

    def _listed(self, name: str) -> Match | None:
        bare = without_article(name.strip())
        forms = [*self._forms.get(_acronym_key(bare), ()), *self._forms.get(key(bare), ())]
        return self._choose(forms) if forms else None

    def _choose(self, forms: list[_Form]) -> Match:
        """Return what a form means that one or more institutions have."""
        forms = sorted(forms, key=lambda form: (form.rank, not form.exact))
        best = forms[0]
        rivals = [form for form in forms[1:] if form.rank == best.rank and form.owner != best.owner]
        others = dict.fromkeys(form.owner for form in forms[1:] if form.owner != best.owner)
        return Match(
            self._authorities[best.owner],
            "exact" if best.exact else "alias",
            1.0,
            best.ambiguous or bool(rivals),
            tuple(self._authorities[owner] for owner in others),
        )

    def _reworded(self, name: str) -> Match | None:
        written = shape(name)
        owner = self._by_parts.get(written.parts)
        if owner is None and written.countries:
            owner = self._by_parts.get(without_country(written))
            if owner is not None and not within(written.countries, self._authorities[owner].country):
                return None
        return None if owner is None else Match(self._authorities[owner], "alias", _REWORDED)

    def _resembled(self, name: str) -> Match | None:
        written = shape(name)
        best: tuple[float, int] = (0.0, 0)
        for block in block_keys(written):
            for listed, owner in self._blocks.get(block, ()):
                score = likeness(written, listed, self._authorities[owner].country, self._known_words)
                best = max(best, (score, -owner))
        score, owner = best[0], -best[1]
        return Match(self._authorities[owner], "near-miss", score) if score else None

    @cached_property
    def _shapes(self) -> list[tuple[Shape, int]]:
        """The forms another one can be mistaken for: written out, and sure."""
        sure = (forms[0] for forms in self._forms.values() if not self._choose(forms).ambiguous)
        return [(shape(form.text), form.owner) for form in sure if not form.acronym]

    @cached_property
    def _by_parts(self) -> dict[tuple[str, ...], int]:
        """Institutions by the parts of their forms, where only one institution has them."""
        owners: dict[tuple[str, ...], set[int]] = defaultdict(set)
        for listed, owner in self._shapes:
            owners[listed.parts].add(owner)
        return {parts: next(iter(one)) for parts, one in owners.items() if parts and len(one) == 1}

    @cached_property
    def _blocks(self) -> dict[tuple[frozenset[str], int, str], list[tuple[Shape, int]]]:
        blocks: dict[tuple[frozenset[str], int, str], list[tuple[Shape, int]]] = defaultdict(list)
        for listed, owner in self._shapes:
            for block in block_keys(listed):
                blocks[block].append((listed, owner))
        return blocks

    @cached_property
    def _known_words(self) -> Collection[str]:
        return {word for forms in self._forms.values() for form in forms for word in words(form.text)}


def load(directory: Path | None = None, countries: Collection[str] | None = DUTCH_SPEAKING) -> Register:
    """Return the institutions of the project's own list and of the lists in `directory`.

    Of a ROR dump only the records of `countries` (ISO 3166 codes) are taken, of all with None. Raises
    `AuthorityError` for a folder or file that cannot be read.
    """
    if directory is None:
        return _own_register()
    return Register([_own_list(), *read_folder(directory, countries)])


@cache
def _own_register() -> Register:
    return Register([_own_list()])


@cache
def _own_list() -> tuple[Listed, ...]:
    own = resources.files("schema") / "authority" / "institutions.csv"
    return tuple(read_csv(Path(str(own))))


def _is_acronym(text: str) -> bool:
    """Tell whether a form is an acronym by its looks: one word in capitals."""
    return " " not in text and text.isupper()


def _acronym_key(text: str) -> str:
    """Return what is equal for two spellings of an acronym, "R.I.V.M." and "RIVM", and never a folded key."""
    return "=" + text.replace(".", "").replace(" ", "")


def _named(country: str | None, name: str) -> str:
    return f"{country} {_acronym_key(name) if _is_acronym(name) else key(name)}"


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other
