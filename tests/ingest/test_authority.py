"""The project's own list of institutions, and what a name is identified as."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import authority
from ingest.authority import Register, load
from ingest.authority_files import Listed, is_ror, read_csv
from ingest.institution_names import key

ROOT = Path(__file__).parents[2]
OWN = ROOT / "schema" / "authority" / "institutions.csv"
SHARED = ROOT.parent / "shared" / "authority" / "institutions.csv"


@pytest.fixture(scope="module")
def register() -> Register:
    return load()


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with OWN.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def split(field: str) -> list[str]:
    return field.split("|") if field else []


# --- the list ---


def test_the_list_names_the_institutions_of_both_countries(rows: list[dict[str, str]]) -> None:
    countries = Counter(row["country"] for row in rows)
    assert countries["NL"] >= 250 and countries["BE"] >= 150
    assert sum(n for country, n in countries.items() if country not in ("NL", "BE")) >= 40


def test_no_two_institutions_share_an_id(rows: list[dict[str, str]]) -> None:
    for column in ("id", "ror", "wikidata"):
        shared = [v for v, n in Counter(row[column] for row in rows if row[column]).items() if n > 1]
        assert shared == []


def test_an_id_is_the_ror_id_else_the_wikidata_id_else_a_slug(rows: list[dict[str, str]]) -> None:
    for row in rows:
        scheme, _, rest = row["id"].partition(":")
        expected = row["ror"] or row["wikidata"] or rest
        assert (scheme, rest) == (
            "ror" if row["ror"] else "wikidata" if row["wikidata"] else "zegsman",
            expected,
        )


def test_every_ror_id_passes_its_check_digits(rows: list[dict[str, str]]) -> None:
    assert [row["name"] for row in rows if row["ror"] and not is_ror(row["ror"])] == []


def test_wikidata_ids_and_countries_are_well_formed(rows: list[dict[str, str]]) -> None:
    for row in rows:
        assert not row["wikidata"] or (row["wikidata"][0] == "Q" and row["wikidata"][1:].isdigit())
        assert len(row["country"]) == 2 and row["country"].isupper()
        assert row["kind"]


def test_a_form_means_one_institution_unless_it_is_marked_ambiguous(rows: list[dict[str, str]]) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        marked = split(row["ambiguous"])
        acronyms = split(row["acronyms"])
        for form in (row["name"], *split(row["aliases"]), *acronyms):
            if form not in marked:
                owners[form if form in acronyms or form.isupper() else key(form)].add(row["id"])
    assert {form: ids for form, ids in owners.items() if len(ids) > 1} == {}


def test_what_is_marked_ambiguous_is_a_form_of_that_institution(rows: list[dict[str, str]]) -> None:
    for row in rows:
        forms = {row["name"], *split(row["aliases"]), *split(row["acronyms"])}
        assert set(split(row["ambiguous"])) <= forms


def test_no_institution_lists_one_form_twice(rows: list[dict[str, str]]) -> None:
    for row in rows:
        written = [row["name"], *split(row["aliases"])]
        keys = Counter(form if form.isupper() else key(form) for form in written)
        assert [form for form, n in keys.items() if n > 1] == [], row["name"]


def test_the_work_of_loading_grows_no_faster_than_the_list(steps: Callable[..., int]) -> None:
    rows = list(read_csv(OWN))
    half, whole = (steps(lambda part=part: Register([part])) for part in (rows[::2], rows))
    assert half < whole < 2.5 * half


# --- identifying ---


@pytest.mark.parametrize(
    ("name", "expected", "match"),
    [
        ("Universiteit van Amsterdam", "Universiteit van Amsterdam", "exact"),
        ("de universiteit van Amsterdam", "Universiteit van Amsterdam", "exact"),
        ("UvA", "Universiteit van Amsterdam", "alias"),
        ("de VU Amsterdam", "Vrije Universiteit Amsterdam", "alias"),
        ("Trimbosinstituut", "Trimbos-instituut", "exact"),
        ("Trimbos Instituut", "Trimbos-instituut", "exact"),
        ("Prinses Maxima Centrum", "Prinses Máxima Centrum", "exact"),
        ("Natuur en Milieu", "Natuur & Milieu", "exact"),
        ("het RIVM", "Rijksinstituut voor Volksgezondheid en Milieu", "alias"),
        ("R.I.V.M.", "Rijksinstituut voor Volksgezondheid en Milieu", "alias"),
        ("Rivm", "Rijksinstituut voor Volksgezondheid en Milieu", "alias"),
        ("LUMC", "Leids Universitair Medisch Centrum", "alias"),
        ("Radboud UMC", "Radboudumc", "exact"),
        ("ministerie van VWS", "Ministerie van Volksgezondheid, Welzijn en Sport", "alias"),
        ("Test-Aankoop", "Testaankoop", "exact"),
        ("V&VN", "Verpleegkundigen & Verzorgenden Nederland", "alias"),
        ("Navo", "NAVO", "exact"),
        ("Universiteit van Oxford", "University of Oxford", "alias"),
    ],
)
def test_a_listed_form_is_identified(register: Register, name: str, expected: str, match: str) -> None:
    found = register.identify(name)
    assert found is not None
    assert (found.authority.name, found.match, found.score, found.ambiguous) == (expected, match, 1.0, False)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Universiteit van Leiden", "Universiteit Leiden"),
        ("Nederlands Instituut voor Psychologen", "Nederlands Instituut van Psychologen"),
        ("de Nederlandse Gezondheidsraad", "Gezondheidsraad"),
        ("het Vlaamse VITO", None),
        ("Wilhelminaziekenhuis in Assen", "Wilhelmina Ziekenhuis Assen"),
        ("de Nederlandse Hartstichting", "Hartstichting"),
    ],
)
def test_other_joining_words_or_the_own_country_make_no_other_institution(
    register: Register, name: str, expected: str | None
) -> None:
    found = register.identify(name)
    assert (found.authority.name if found else None) == expected
    assert found is None or found.match == "alias"


@pytest.mark.parametrize("name", ["rug", "uva", "om", "who", "Ind", "as"])
def test_an_acronym_counts_only_as_written(register: Register, name: str) -> None:
    assert register.identify(name) is None


@pytest.mark.parametrize("name", ["RUG", "KMI", "Erasmus", "Radboud", "AP", "Vrije Universiteit", "Oxford"])
def test_a_form_that_needs_context_is_marked(register: Register, name: str) -> None:
    found = register.identify(name)
    assert found is not None and found.match == "alias" and found.ambiguous


def test_an_ambiguous_form_tells_what_else_it_may_mean(register: Register) -> None:
    found = register.identify("Raad voor de Journalistiek")
    assert found is not None and found.ambiguous
    assert [other.name for other in found.others] == ["Vlaamse Raad voor de Journalistiek"]


@pytest.mark.parametrize(
    ("name", "resembled"),
    [
        ("Nederlands Instituut voor Psychologie", "Nederlands Instituut van Psychologen"),
        ("Nederlandse Orde van Psychologen", "Nederlands Instituut van Psychologen"),
        (
            "Nationaal Instituut voor Volksgezondheid en Milieu",
            "Rijksinstituut voor Volksgezondheid en Milieu",
        ),
        ("Nationaal Bureau voor de Statistiek", "Centraal Bureau voor de Statistiek"),
        ("Nederlandse Vereniging van Cardiologen", "Nederlandse Vereniging voor Cardiologie"),
        ("Nederlandse Vereniging van Psychiaters", "Nederlandse Vereniging voor Psychiatrie"),
        ("Nederlands Genootschap van Huisartsen", "Nederlands Huisartsen Genootschap"),
        (
            "Koninklijk Genootschap voor Fysiotherapeuten",
            "Koninklijk Nederlands Genootschap voor Fysiotherapie",
        ),
        ("Rijksinstituut voor Gezondheid en Milieu", "Rijksinstituut voor Volksgezondheid en Milieu"),
        ("Raad voor het Onderwijs", "Onderwijsraad"),
        ("Universiteit Maastrich", "Universiteit Maastricht"),
        ("Universiteit Utrechts", "Universiteit Utrecht"),
        ("Sciencano", "Sciensano"),
        ("Herzenstichting", "Hersenstichting"),
    ],
)
def test_a_misnamed_institution_is_a_near_miss(register: Register, name: str, resembled: str) -> None:
    found = register.identify(name)
    assert found is not None
    assert (found.match, found.authority.name) == ("near-miss", resembled)
    assert 0.7 < found.score < 1


@pytest.mark.parametrize(
    "name",
    [
        "Universiteit Enschede",
        "Hogeschool Twente",
        "Hogeschool Tilburg",
        "Ministerie van Toerisme",
        "Ministerie van Cultuur",
        "Belgische Vereniging voor Cardiologie",
        "Nederlandse Vereniging voor Nefrologie",
        "Nederlandse Vereniging voor Radiologie",
        "Gemeente Amsterdam",
        "Rechtbank Utrecht",
        "Europese Gezondheidsraad",
        "Technische Universiteit Amsterdam",
        "Stichting Vrienden van Zevenbron",
        "Instituut Zevenbron",
        "Ajax",
        "het kabinet",
        "",
        "de",
        "...",
    ],
)
def test_another_body_is_no_near_miss(register: Register, name: str) -> None:
    assert register.identify(name) is None


def test_near_pairs_on_the_list_are_themselves(register: Register) -> None:
    for name in (
        "Universiteit Twente",
        "Hogeschool Utrecht",
        "Universiteit Utrecht",
        "Ministerie van Defensie",
    ):
        found = register.identify(name)
        assert found is not None and (found.match, found.authority.name) == ("exact", name)
    tilburg = register.identify("Universiteit Tilburg")
    assert tilburg is not None and tilburg.authority.name == "Tilburg University"


def test_every_form_yielded_is_identified_and_marked_alike(register: Register) -> None:
    forms = dict(register.names())
    assert len(forms) > 2_500
    for form, ambiguous in forms.items():
        found = register.identify(form)
        assert found is not None and found.match != "near-miss"
        assert found.ambiguous == ambiguous


@given(st.text(max_size=40))
def test_any_text_can_be_asked_for(text: str) -> None:
    found = load().identify(text)
    assert found is None or 0.7 < found.score <= 1


@pytest.mark.skipif(not SHARED.exists(), reason="../shared is not there")
def test_the_names_of_other_real_institutions_are_no_near_misses(register: Register) -> None:
    """Of 3,150 Dutch and Belgian institutions that are not on the list, none was taken for one that is."""
    own = {row.ror for row in read_csv(OWN) if row.ror}
    others = [row.name for row in read_csv(SHARED) if row.ror not in own]
    found = [(name, match.authority.name) for name in others if (match := register.identify(name))
             and match.match == "near-miss"]  # fmt: skip
    assert len(others) > 3_000
    assert len(found) <= 3, found


# --- more lists ---


def listed(name: str, **fields: object) -> Listed:
    return Listed(id=f"test:{key(name)}", name=name, country="NL", **fields)  # type: ignore[arg-type]


def test_a_later_list_adds_forms_to_a_known_institution() -> None:
    first = Listed("ror:04dkp9463", "Universiteit van Amsterdam", ror="04dkp9463", country="NL")
    again = Listed(
        "x:1", "University of Amsterdam", ("Amsterdam University",), ror="04dkp9463", wikidata="Q214341"
    )
    both = Register([[first], [again]])
    assert len(both) == 1
    for name in ("University of Amsterdam", "Amsterdam University"):
        found = both.identify(name)
        assert found is not None and found.match == "alias"
        assert (found.authority.id, found.authority.name) == ("ror:04dkp9463", "Universiteit van Amsterdam")
        assert found.authority.wikidata == "Q214341"


def test_a_later_list_knows_an_institution_by_its_name() -> None:
    both = Register(
        [[listed("Zevenbron", aliases=("Instituut Zevenbron",))], [listed("Instituut Zevenbron")]]
    )
    assert len(both) == 1


def test_two_institutions_of_one_list_stay_two_even_with_one_name() -> None:
    one = Listed("x:1", "Ziekenhuis Zevenbron", country="NL")
    other = Listed("x:2", "Ziekenhuis Zevenbron", country="NL")
    both = Register([[one, other]])
    found = both.identify("Ziekenhuis Zevenbron")
    assert len(both) == 2 and found is not None and found.ambiguous
    assert {found.authority.id, *(o.id for o in found.others)} == {"x:1", "x:2"}


def test_an_earlier_list_keeps_its_forms() -> None:
    first = listed("Instituut Zevenbron", acronyms=("IZB",))
    later = listed("Internationale Zonnebank", acronyms=("IZB",))
    found = Register([[first], [later]]).identify("IZB")
    assert found is not None and found.authority.name == "Instituut Zevenbron" and not found.ambiguous
    assert [other.name for other in found.others] == ["Internationale Zonnebank"]


def test_different_ror_ids_are_different_institutions() -> None:
    one = Listed("ror:04dkp9463", "Zevenbron", country="NL", ror="04dkp9463")
    other = Listed("ror:008xxew50", "Zevenbron", country="NL", ror="008xxew50")
    assert len(Register([[one], [other]])) == 2


def test_the_own_list_is_read_once() -> None:
    assert load() is authority.load()
