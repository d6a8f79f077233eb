"""Finds the organisations an article names: `doc._.institutions`.

A name is looked up in the authority lists, then among the organisations the language knows, and is
otherwise judged by its words and those around it. Then the forms of one organisation are brought together:
an acronym that the text introduces, a shortened form, forms of one listed institution. As what a name is
used is said here for affiliations; `with_sources` adds who says something once that is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType

from spacy.language import Language
from spacy.tokens import Doc

from ingest import authority, languages, promotion
from ingest.atoms import Atoms, NameIndex
from ingest.authority import Match, Register
from ingest.extraction import Article, Attribution, Authority, Institution, Person, Span, institution_id
from ingest.institution_names import key
from ingest.models import ORGANISATION, Candidate
from ingest.organisation_forms import LONGEST_NAME, Forms, Found, overlaps
from ingest.organisation_lists import Lists

AFFILIATION, SOURCE, MENTION = "affiliation", "source", "mention"

# "(LUMC)" after a name, and what may be an acronym there: at least two capitals.
_BRACKETED = re.compile(r"[ \u00a0]\((?:[a-z]+ ){0,2}['‘\"“]?([^\W\d_][\w&*.-]{1,11})['’\"”]?\)")


# A text that names as many clubs as this is about a match, and a town in it is its club.
_CLUBS = 2
# Kinds of listed associations with sections that have names, and whether a section is still the association.
_SECTIONED = {"trade_union": True, "trade_association": True, "professional_association": False}


@Language.factory("zegsman_organisations", default_config={"authority": None})
def create(nlp: Language, name: str, authority: str | None) -> OrganisationFinder:
    """Return the component for the language of `nlp`, with further authority lists from a folder."""
    return OrganisationFinder(nlp.lang or "", Path(authority) if authority else None)


class OrganisationFinder:
    """Sets `doc._.institutions`, ordered by first mention."""

    def __init__(self, language: str, folder: Path | None = None) -> None:
        self.rules: ModuleType = languages.part(language, "organisations")
        self.words: ModuleType = languages.part(language, "organisation_words")
        self.register: Register = authority.load(folder)
        self.listed = NameIndex([name for name, _ in self.register.names()], folded=True)

    def __call__(self, doc: Doc) -> Doc:
        """Find the organisations of one document."""
        people: Sequence[Person] = doc._.people or ()
        doc._.institutions = self.find(doc._.article, people, doc._.candidates or ())
        return doc

    def find(
        self, article: Article, people: Sequence[Person] = (), candidates: Sequence[Candidate] = ()
    ) -> list[Institution]:
        """Return the organisations of `article`, whose `people` are no organisations.

        `candidates` are what a model takes for names.
        """
        return _Reading(self, article, people).institutions(candidates)


class _Reading:
    """One article, while its organisations are looked for."""

    def __init__(self, finder: OrganisationFinder, article: Article, people: Sequence[Person]) -> None:
        self.rules = finder.rules
        self.words = finder.words
        self.register = finder.register
        self.listed = finder.listed
        self.article = article
        self.people = people
        self.atoms = Atoms(article.text)
        self.forms = Forms(self.atoms, self.words)
        self.person_at = self._people_at()
        self.initials = self._initials()
        self.country: str | None = self.words.country(article.text)
        self.doubtful: list[Found] = []
        self.runs: list[tuple[int, int]] = []
        self.clubs: list[Found] = []

    def institutions(self, candidates: Sequence[Candidate] = ()) -> list[Institution]:
        found = self._names()
        found += self._affiliations(found)
        found += self._linked(found)
        acronyms = self._introduced(found)
        found += self._settled(found)
        found += Lists(self.atoms, self.rules, self.words).beside(found, self.runs, self.person_at)
        found += self._modelled(candidates, found)
        found += self._again(found)
        groups = self.forms.grouped(found, acronyms)
        made = [self._institution(group) for group in groups]
        return list(self._told_apart(sorted(made, key=lambda institution: institution.mentions[0].start)))

    def _told_apart(self, made: Iterable[Institution]) -> Iterator[Institution]:
        """Give two bodies of one name, such as a Norwegian ministry and the Dutch one, an id each."""
        taken: set[str] = set()
        for one in made:
            if one.id in taken:
                where = f"{one.key} {one.mentions[0].start}"
                one = replace(one, id=institution_id(self.article.id, where))
            taken.add(one.id)
            yield one

    # --- finding names ---

    def _people_at(self) -> dict[int, int]:
        """Return, for each atom of a person's name, where that name ends."""
        spans: dict[int, int] = {}
        for person in self.people:
            for mention in person.mentions:
                first, stop = self.atoms.at(mention.start), self.atoms.at(mention.end)
                if self.rules.is_company(self.atoms, first, stop):
                    continue
                spans |= dict.fromkeys(range(first, stop), stop)
        return spans

    def _initials(self) -> frozenset[str]:
        """Return the initials that stand in brackets after people, by which an interview calls them."""
        after = (
            (mention.text, _BRACKETED.match(self.article.text, mention.end))
            for person in self.people
            for mention in person.mentions
        )
        return frozenset(
            bracket[1]
            for name, bracket in after
            if bracket
            and self.rules.are_initials(bracket[1], name)
            and not self._is_known(Found(at := self.atoms.at(bracket.start(1)), at + 1))
        )

    def _names(self) -> list[Found]:
        """Return the names that the lists have or that the text shows to be an organisation's."""
        starts = [i for i in range(len(self.atoms)) if self.rules.may_begin(self.atoms, i)]
        listed = {i: found for i in starts if (found := self._listed(i))}
        beginnings = frozenset(listed)
        doubtful = {found.start: found for found in self.doubtful}
        names: list[Found] = []
        past = 0
        for i in starts:
            if i < past:
                continue
            if self.atoms.words[i] in self.initials:
                continue
            known = listed.get(i)
            free = i not in self.person_at
            if known is None and free and i in doubtful:
                past = doubtful[i].end
                continue
            found = known
            if free and (known or self.rules.begins(self.atoms, i)):
                found = self._unlisted(i, beginnings, known) or known
                past = self.runs[-1][1] if self.runs and self.runs[-1][0] == i else past
            # What stands directly after a name is the rest of that name, which a list has without it.
            rest = names and names[-1].end == i and not known and self.atoms.gap(i - 1) == " "
            if found and not rest:
                found = self._continued(found, len(self.atoms))
                names.append(found)
                past = found.end
        return names

    def _listed(self, i: int) -> Found | None:
        """Return the longest name at atom `i` that a list has."""
        for end in self.listed.ends(self.atoms, i):
            capital = any(self.rules.is_capital(self.atoms, at) for at in range(i, end))
            if not capital or self._splits_person(i, end):
                continue
            match = self.register.identify(self.atoms.written(i, end))
            if match is None or match.match == "near-miss" or self._is_rest(match.authority.name, i, end):
                continue
            match = self._chosen(match)
            if self.rules.is_foreign(self.atoms, i, match.authority.country):
                return Found(i, end) if self.rules.has_head(self.atoms, i, end) else None
            found = Found(i, end, match)
            if not match.ambiguous:
                return found
            self.doubtful.append(found)
            if self.rules.supported(self.atoms, i, end, match.authority.kind, self._own(match)):
                return found
            break
        for end in self.words.known().ends(self.atoms, i):
            # "Akzo Nobel" looks like a given name and a surname, "adviseur PwC" like a role and a surname.
            shaped = end - i > 1 or not self.atoms.words[i][1:].islower()
            whole = shaped and self.person_at.get(i) == end and i - 1 not in self.person_at
            if whole or not self._splits_person(i, end):
                if self.rules.may_be_known(self.atoms, i, end):
                    return Found(i, end)
                self.clubs += [Found(i, end)] if self.rules.may_be_club(self.atoms, i, end) else []
        return None

    def _own(self, match: Match) -> bool:
        """Whether the article may be about the institution's country: it names no other one more often."""
        return self.country in (None, match.authority.country)

    def _is_rest(self, listed: str, start: int, end: int) -> bool:
        """Whether one word is what is left of a name: "Lijn" of "De Lijn", "Unie" of "Sovjet-Unie"."""
        word = self.atoms.words[start]
        if end - start > 1 or word.isupper() or start == 0:
            return False
        hyphened = self.atoms.gap(start - 1) == "-" and self.atoms.capital[start - 1]
        article, _, rest = listed.partition(" ")
        lacking = rest == word and self.words.is_article(article.lower()) and article[0].isupper()
        return hyphened or (lacking and self.atoms.words[start - 1] != article)

    def _splits_person(self, start: int, end: int) -> bool:
        """Whether the atoms lie inside a person's name, or begin or end in the middle of one."""
        stop = self.person_at.get(start)
        if stop is not None and stop >= end and (stop > end or start - 1 in self.person_at):
            return True
        last = self.person_at.get(end - 1)
        return last is not None and (last > end or (stop is not None and last == end))

    def _chosen(self, match: Match) -> Match:
        """Return the institution of the article's own country where a form means several."""
        if not match.others or self.country in (None, match.authority.country):
            return match
        own = next((other for other in match.others if other.country == self.country), None)
        return replace(match, authority=own) if own else match

    def _unlisted(self, start: int, beginnings: frozenset[int], known: Found | None) -> Found | None:
        """Return the name at atom `start` that is longer than a `known` one, or that no list has."""
        limit = min(start + LONGEST_NAME, len(self.atoms))
        limit = next((i for i in range(start + 1, limit) if i in self.person_at), limit)
        end = self.rules.run(self.atoms, start, limit, beginnings)
        if known is not None and end <= known.end:
            return None
        hospital = (
            known is not None and known.end not in beginnings and self.rules.is_hospital(self.atoms, start)
        )
        if known is not None and not hospital and not self.rules.has_head(self.atoms, known.end, end):
            return None
        inside = next((i for i in range(start + 1, end) if i in beginnings), None)
        headed = self.rules.has_head(self.atoms, start, end)
        match = self.register.identify(self.atoms.written(start, end)) if headed else None
        if match is not None:
            return Found(start, end, match)
        if inside is not None and known is None and not self.words.is_head(self.atoms.lower[start]):
            end = inside
            while end > start + 1 and not self.atoms.capital[end - 1]:
                end -= 1
        self.runs.append((start, end))
        if self.rules.evidence(self.atoms, start, end):
            return Found(start, end)
        return None

    def _continued(self, found: Found, limit: int) -> Found:
        """Return the listed name that goes on after `found`, or else `found`: "Vrije Universiteit van X"."""
        after = found.end
        if (section := self._section(found)) is not None:
            return section
        if after < limit and self.words.joins_rest(self.atoms.lower[after]):
            after += 1
            after += after < limit and self.words.is_article(self.atoms.lower[after])
            if after < limit and self.atoms.capital[after]:
                match = self.register.identify(self.atoms.written(found.start, after + 1))
                if match is not None and match.match != "near-miss":
                    return Found(found.start, after + 1, self._chosen(match))
        return found

    def _section(self, found: Found) -> Found | None:
        """Return the name of a section of a listed association, or of another one that begins like it.

        "FNV Cabine" is the union's; of "KNGF Geleidehonden" the list knows only a namesake.
        """
        kind = found.match.authority.kind if found.match else None
        end = found.end
        if kind not in _SECTIONED or end >= len(self.atoms) or not self.atoms.words[end - 1].isupper():
            return None
        if not self.atoms.capital[end] or self.atoms.gap(end - 1) != " " or end in self.person_at:
            return None
        return Found(found.start, end + 1, found.match if _SECTIONED[kind] else None)

    def _affiliations(self, found: list[Found]) -> list[Found]:
        """Return the names that are said to be where people work, where none was found yet.

        What was found of such a name, and is on no list, gives way to it: "Bond" to "Bond zonder Naam".
        """
        more: list[Found] = []
        people = {mention.text for person in self.people for mention in person.mentions}
        for name in dict.fromkeys(p.affiliation for p in self.people if p.affiliation not in people):
            if name is None:
                continue
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", self.article.text):
                start, end = self.atoms.at(match.start()), self.atoms.at(match.end())
                if end <= start or not self.rules.may_name(self.atoms, start, end):
                    continue
                parts = self._cut_short(start, end, found)
                rest = [f for f in (*found, *more) if f not in parts]
                if not overlaps(start, end, rest):
                    found[:] = [f for f in found if f not in parts]
                    more.append(Found(start, end, self._identified(name)))
        return more

    def _cut_short(self, start: int, end: int, found: Sequence[Found]) -> list[Found]:
        """Return what was found within the name `start:end`, if that begins with it and no list has it.

        "Zeewind" of "Zeewind.nl" is found by its address and is none.
        """
        parts = [f for f in found if start <= f.start and f.end <= end]
        begun = any(f.start == start and f.end < end and self.atoms.gap(f.end - 1) == " " for f in parts)
        unknown = all(f.match is None and not self._is_known(f) for f in parts)
        return parts if begun and unknown else []

    def _is_known(self, found: Found) -> bool:
        return found.end in self.words.known().ends(self.atoms, found.start)

    def _linked(self, found: Sequence[Found]) -> list[Found]:
        """Return the names that link to a domain of that name."""
        more: list[Found] = []
        linked = promotion.sites(self.article)
        for link in self.article.links:
            start, end = self.atoms.at(link.start), self.atoms.at(link.start + len(link.text))
            if key(link.text) not in linked or not start < end or not self.atoms.capital[start]:
                continue
            if not overlaps(start, end, (*found, *more)) and start not in self.person_at:
                more.append(Found(start, end, self._identified(self.atoms.written(start, end))))
        return more

    def _modelled(self, candidates: Iterable[Candidate], found: Sequence[Found]) -> list[Found]:
        """Return what a model takes for a name, where none was found and nothing is against it."""
        more: list[Found] = []
        for candidate in candidates:
            start, end = self.atoms.at(candidate.start), self.atoms.at(candidate.end)
            if candidate.kind != ORGANISATION or end <= start or overlaps(start, end, (*found, *more)):
                continue
            named = any(i in self.person_at for i in range(start, end))
            if not named and self.rules.may_be_modelled(self.atoms, start, end):
                more.append(Found(start, end, self._identified(self.atoms.written(start, end))))
        return more

    def _identified(self, name: str) -> Match | None:
        match = self.register.identify(name)
        return self._chosen(match) if match else None

    # --- forms of one organisation ---

    def _introduced(self, found: list[Found]) -> dict[str, Found]:
        """Return the acronyms the text introduces, with the name each stands for; adds names so found."""
        introduced: dict[str, Found] = {}
        for bracket in _BRACKETED.finditer(self.article.text):
            acronym = bracket[1]
            if sum(c.isupper() for c in acronym) < 2:
                continue
            stop = self.atoms.at(bracket.start())
            named = next((f for f in found if f.end == stop), None)
            if named is None:
                start = self.forms.spelled_out(acronym, stop, self.person_at)
                if start is None:
                    continue
                named = Found(start, stop, self._identified(self.atoms.written(start, stop)))
                if self.rules.is_no_body(self.atoms, named.start, named.end):
                    found[:] = [f for f in found if self.atoms.written(f.start, f.end) != acronym]
                    continue
                found[:] = [f for f in found if f.end <= named.start or f.start >= named.end]
                found.append(named)
            inside = Found(self.atoms.at(bracket.start(1)), self.atoms.at(bracket.end(1)))
            if not overlaps(inside.start, inside.end, found):
                found.append(inside)
            introduced.setdefault(acronym, named)
        return introduced | self.forms.explained(found)

    def _settled(self, found: Sequence[Found]) -> list[Found]:
        """Return the doubtful listed forms of institutions that the text also names without doubt.

        One that may mean something else and names an organisation all the same is not identified.
        """
        sure = {f.match.authority.id for f in found if f.match}
        settled: list[Found] = []
        for doubtful in self.doubtful:
            match = doubtful.match
            if match is None or overlaps(doubtful.start, doubtful.end, (*found, *settled)):
                continue
            meant = next((a for a in (match.authority, *match.others) if a.id in sure), None)
            if meant is not None:
                settled.append(replace(doubtful, match=replace(match, authority=meant)))
            elif self.rules.is_field(self.atoms, doubtful.start, doubtful.end, match.authority.kind):
                continue
            elif self.rules.evidence(self.atoms, doubtful.start, doubtful.end):
                settled.append(replace(doubtful, match=None))
        return settled + self._clubs(found)

    def _clubs(self, found: Sequence[Found]) -> list[Found]:
        """Return the names that are a town's and a club's, where the text names other clubs."""
        others = {name for f in found if self.words.is_club(name := self.atoms.written(f.start, f.end))}
        if len(others) < _CLUBS:
            return []
        return [club for club in self.clubs if not overlaps(club.start, club.end, found)]

    def _again(self, found: Sequence[Found]) -> list[Found]:
        """Return further places of names already found, and names shortened to their first word."""
        names = {self.atoms.written(f.start, f.end): f for f in found}
        short = self.forms.shortened(found)
        taken = {i for f in found for i in range(f.start, f.end)}
        more: list[Found] = []
        for start, end in self.runs:
            if start in taken:
                continue
            written = self.atoms.written(start, end)
            meant = names.get(written) or short.get(written)
            if meant is not None:
                more.append(Found(start, end, meant.match if written in names else None))
            elif len(written) >= authority.PRONOUNCED_LETTERS and written == written.capitalize():
                # "Sire" where the article also writes "SIRE".
                meant = names.get(written.upper())
                more += [Found(start, end, meant.match)] if meant is not None else []
        return more

    # --- making institutions ---

    def _institution(self, group: Sequence[Found]) -> Institution:
        mentions = tuple(self._span(f) for f in group)
        longest = max(group, key=lambda f: len(self._span(f).text))
        name = self._span(longest).text
        match, identified = _best(group, longest)
        name_key = key(name)
        keys = {key(mention.text) for mention in mentions}
        works_here = any(p.affiliation and key(p.affiliation) in keys for p in self.people)
        return Institution(
            id=institution_id(self.article.id, name_key),
            name=name,
            key=name_key,
            match=match,
            authority=identified,
            used_as=(AFFILIATION,) if works_here else (MENTION,),
            mentions=mentions,
        )

    def _span(self, found: Found) -> Span:
        start, end = self.atoms.starts[found.start], self.atoms.ends[found.end - 1]
        return Span(start, end, self.article.text[start:end])


def with_sources(
    institutions: Iterable[Institution], attributions: Iterable[Attribution]
) -> list[Institution]:
    """Return `institutions`, those used as a source that say something or that what is said comes from."""
    sources = {ref for a in attributions for ref in (a.source.ref, *a.cites) if ref}
    return [_as_source(one) if one.id in sources else one for one in institutions]


def _as_source(institution: Institution) -> Institution:
    others = tuple(use for use in institution.used_as if use != MENTION)
    return replace(institution, used_as=(*others, SOURCE))


def _best(found: Sequence[Found], longest: Found) -> tuple[str, Authority | None]:
    """Return how the names of one organisation were identified, and as what."""
    matches = [f.match for f in found if f.match is not None]
    if longest.match is not None and longest.match.match == "near-miss":
        return "near-miss", longest.match.authority
    for kind in ("exact", "alias"):
        for match in matches:
            if match.match == kind:
                return kind, match.authority
    return "none", None
