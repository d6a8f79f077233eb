"""Lists of institutions a user brings: CSV lists, ROR dumps, and what is wrong with the bad ones."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import authority_files
from ingest.authority import AuthorityError, load
from ingest.authority_files import is_ror, read_csv, read_dump, read_folder

SHARED = Path(__file__).parents[3] / "shared" / "authority" / "institutions.csv"
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def ror(number: int) -> str:
    """Return the ROR id with this number, by ROR's own rule."""
    digits = ""
    for _ in range(6):
        number, rest = divmod(number, 32)
        digits = ALPHABET[rest] + digits
    value = sum(ALPHABET.index(d) * 32**i for i, d in enumerate(reversed(digits)))
    return f"0{digits}{98 - value * 100 % 97:02d}"


def record(number: int, name: str, country: str = "NL", **fields: Any) -> dict[str, Any]:
    """Return a record as ROR's schema version 2 has it."""
    return {
        "id": f"https://ror.org/{ror(number)}",
        "names": [
            {"value": name, "types": ["label", "ror_display"], "lang": "en"},
            {"value": f"Instituut {number}", "types": ["label"], "lang": "nl"},
            {"value": f"ZB{number}", "types": ["acronym"], "lang": None},
        ],
        "locations": [{"geonames_details": {"country_code": country, "name": "Zevenbron"}}],
        "types": ["funder", "facility"],
        "external_ids": [{"type": "wikidata", "preferred": None, "all": [f"Q{number}"]}],
        "status": "active",
        **fields,
    }


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


# --- what is read ---


def test_a_list_in_the_projects_own_columns_is_read(tmp_path: Path) -> None:
    write(
        tmp_path,
        "mine.csv",
        "name,acronyms,aliases,ambiguous,country,note\n"
        "Instituut Zevenbron,IZB,Zevenbron|ZB-instituut,Zevenbron,NL,x\n",
    )
    register = load(tmp_path)
    sure, unsure = register.identify("ZB instituut"), register.identify("Zevenbron")
    assert sure is not None and sure.authority.id == "zegsman:instituut-zevenbron" and not sure.ambiguous
    assert unsure is not None and unsure.ambiguous
    assert register.identify("RIVM") is not None


def test_a_list_in_the_columns_of_a_compilation_is_read(tmp_path: Path) -> None:
    header = "ror_id,name_nl,names,kind,city,country,wikidata_id,domain,acronyms"
    line = f"{ror(5)},Instituut Zevenbron,Instituut Zevenbron|Seven Wells|IZB,facility,,NL,Q5,,IZB"
    write(tmp_path, "list.csv", f"{header}\n{line}\n")
    found = load(tmp_path).identify("Seven Wells")
    assert found is not None and found.match == "alias"
    assert (found.authority.id, found.authority.wikidata) == (f"ror:{ror(5)}", "Q5")


def test_a_short_acronym_needs_context_where_the_list_does_not_say(tmp_path: Path) -> None:
    write(tmp_path, "list.csv", "name,acronyms\nInstituut Zevenbron,IZB\nInstituut Achtbron,INAB\n")
    register = load(tmp_path)
    short, long = register.identify("IZB"), register.identify("INAB")
    assert short is not None and short.ambiguous
    assert long is not None and not long.ambiguous


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_spreadsheets_delimiter_is_recognised(tmp_path: Path, delimiter: str) -> None:
    rows = [("name", "aliases"), ("Instituut Zevenbron", "Bron|Wel")]
    text = "\ufeff" + "\r\n".join(delimiter.join(row) for row in rows) + "\r\n\r\n"
    assert [row.aliases for row in read_csv(write(tmp_path, "a.csv", text))] == [("Bron", "Wel")]


@pytest.mark.parametrize("address", ["", "https://ror.org/", "ror.org/"])
def test_a_ror_id_may_be_an_address(tmp_path: Path, address: str) -> None:
    path = write(tmp_path, "a.csv", f"name,ror\nZevenbron,{address}{ror(77)}\n")
    assert [row.ror for row in read_csv(path)] == [ror(77)]


@pytest.mark.parametrize("chunk", [64, 700, 1 << 20])
def test_a_ror_dump_is_read_whatever_its_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chunk: int
) -> None:
    monkeypatch.setattr(authority_files, "_CHUNK", chunk)
    records = [record(n, f"Seven Wells {n}", "NL" if n % 3 else "FR") for n in range(30)]
    path = write(tmp_path, "dump.json", json.dumps(records, indent=2))
    rows = list(read_dump(path, ("NL", "BE")))
    assert [row.ror for row in rows] == [ror(n) for n in range(30) if n % 3]
    one = rows[0]
    assert (one.name, one.aliases, one.acronyms) == ("Instituut 1", ("Seven Wells 1",), ("ZB1",))
    assert (one.kind, one.country, one.wikidata) == ("facility", "NL", "Q1")
    assert len(list(read_dump(path, None))) == 30


def test_the_records_of_other_countries_are_taken_when_asked_for(tmp_path: Path) -> None:
    write(tmp_path, "dump.json", json.dumps([record(9, "Sept Sources", "FR")]))
    assert load(tmp_path).identify("Sept Sources") is None
    assert load(tmp_path, None).identify("Sept Sources") is not None


def test_a_withdrawn_record_is_left_out(tmp_path: Path) -> None:
    path = write(tmp_path, "dump.json", json.dumps([record(9, "Seven Wells", status="withdrawn")]))
    assert list(read_dump(path, None)) == []


def test_a_dump_is_read_from_the_archive_it_is_published_in(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "v9-ror-data.zip", "w") as archive:
        archive.writestr("v9-ror-data.csv", "id,name\n")
        archive.writestr("v9-ror-data.json", "[]")
        archive.writestr("v9-ror-data_schema_v2.json", json.dumps([record(9, "Seven Wells")]))
    assert load(tmp_path).identify("Seven Wells") is not None


def test_an_unpacked_dump_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, "v9-ror-data.csv", "id,names.types.label\n")
    write(tmp_path, "v9-ror-data.json", '[{"id": "x", "country": {"country_code": "NL"}}]')
    write(tmp_path, "v9-ror-data_schema_v2.json", json.dumps([record(9, "Seven Wells")]))
    assert [[row.ror for row in rows] for rows in read_folder(tmp_path, None)] == [[ror(9)]]


@pytest.mark.skipif(not SHARED.exists(), reason="../shared is not there")
def test_a_large_list_is_read_and_joined_with_the_own_one(tmp_path: Path) -> None:
    (tmp_path / "list.csv").symlink_to(SHARED)
    both = load(tmp_path)
    assert len(load()) + 3_000 < len(both) < len(load()) + 3_600
    found = both.identify("Universiteit Leiden")
    assert found is not None and (found.match, found.authority.ror) == ("exact", "027bh9e22")


# --- ROR's check digits ---


@given(st.integers(0, 32**6 - 1), st.integers(0, 8), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_noticed(number: int, at: int, character: str) -> None:
    good = ror(number)
    assert is_ror(good)
    bad = good[:at] + character + good[at + 1 :]
    assert is_ror(bad) == (bad == good)


@pytest.mark.parametrize("value", ["", "04dkp946", "04dkp94631", "14dkp9463", "04DKP9463", "04dkp94l3"])
def test_what_has_not_the_form_of_a_ror_id_is_none(value: str) -> None:
    assert not is_ror(value)


# --- what is refused ---


def refusal(folder: Path) -> AuthorityError:
    with pytest.raises(AuthorityError) as caught:
        load(folder)
    assert str(folder) in str(caught.value)
    return caught.value


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "columns", None),
        ("naam,land\nZevenbron,NL\n", "columns", None),
        ("name,country\nZevenbron,NL\nAchtbron\n", "fields", 3),
        ("name,country\nZevenbron,NL,x\n", "fields", 2),
        ("name,country\n,NL\n", "name", 2),
        ('name,country\n"Zevenbron,NL\n', "csv", 2),
        ('name,country\n"Zeven"bron,NL\n', "csv", 2),
        ("name,ror\nZevenbron,\nAchtbron,04dkp9464\n", "ror", 3),
        ("id,name\nx:1,Zevenbron\nx:1,Achtbron\n", "id", 3),
    ],
)
def test_a_bad_csv_list_is_refused_by_file_and_line(
    tmp_path: Path, text: str, code: str, line: int | None
) -> None:
    path = write(tmp_path, "bad.csv", text)
    error = refusal(tmp_path)
    assert (error.code, error.params["file"], error.params.get("line")) == (code, str(path), line)


def test_a_list_that_is_not_utf8_is_refused_by_line(tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_bytes(b"name,country\nZevenbron,NL\nMaxim\xe0 Centrum,NL\n")
    error = refusal(tmp_path)
    assert (error.code, error.params["line"]) == ("encoding", 3)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ('{"items": []}', "dump", 1),
        ("[\n{\n}\n]", "dump", 2),
        ('[\n{"id": "x", "name": "old schema"}\n]', "dump", 2),
        ('[\n{"id":\n oops}]', "json", 3),
        ("[", "json", 1),
    ],
)
def test_a_bad_dump_is_refused_by_file_and_line(tmp_path: Path, text: str, code: str, line: int) -> None:
    path = write(tmp_path, "bad.json", text)
    error = refusal(tmp_path)
    assert (error.code, error.params["file"], error.params["line"]) == (code, str(path), line)


def test_a_dump_cut_short_is_refused(tmp_path: Path) -> None:
    whole = json.dumps([record(n, f"Seven Wells {n}") for n in range(5)], indent=1)
    write(tmp_path, "cut.json", whole[: len(whole) // 2])
    assert refusal(tmp_path).code == "json"


@pytest.mark.parametrize("content", [b"this is no archive", b""])
def test_a_broken_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "dump.zip").write_bytes(content)
    assert refusal(tmp_path).code == "unreadable"


def test_an_archive_without_a_dump_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("readme.txt", "nothing here")
    assert refusal(tmp_path).code == "unreadable"


def test_a_folder_that_is_not_there_or_holds_no_list_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nowhere").code == "missing"
    write(tmp_path, "notes.txt", "name\n")
    assert refusal(tmp_path).code == "empty"


def test_a_file_in_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(write(tmp_path, "list.csv", "name\nZevenbron\n")).code == "missing"
