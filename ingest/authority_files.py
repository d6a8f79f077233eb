"""Lists of institutions as files: CSV lists, and a ROR dump as published.

Every reader yields `Listed` rows and raises `AuthorityError`, which names file and line, for what it cannot
read. A CSV list has a header row and, as delimiter, comma, semicolon or tab; its columns are those of
`schema/authority/institutions.csv` or the ones in `_LAYOUTS`, in any order, further ones left aside.
"""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

_SEPARATOR = "|"
_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
_ROR = re.compile(rf"(?:https?://)?(?:ror\.org/)?(0[{_CROCKFORD}]{{6}}[0-9]{{2}})")

# Where each field stands, by the column that holds the name. `ambiguous` lists the forms that need context.
_LAYOUTS = {
    "name": {
        "id": "id", "aliases": "aliases", "acronyms": "acronyms", "ambiguous": "ambiguous", "kind": "kind",
        "country": "country", "ror": "ror", "wikidata": "wikidata",
    },
    "name_nl": {
        "aliases": "names", "acronyms": "acronyms", "ambiguous": "ambiguous", "kind": "kind",
        "country": "country", "ror": "ror_id", "wikidata": "wikidata_id",
    },
}  # fmt: skip

# In a list that does not say which forms are ambiguous, acronyms this short are: with 2,914 Dutch and Belgian
# ROR records, most acronyms that two of them share have two or three letters.
_SHORT_ACRONYM = 3

# A record of the dump takes some kilobytes; more than this without an end is no record.
_LONGEST_RECORD = 1 << 24
_CHUNK = 1 << 20

_SENTENCES = {
    "missing": "There is no folder of authority lists at {file}.",
    "empty": "{file} holds no authority list: put a CSV list or a ROR dump (.json or .zip) in it.",
    "unreadable": "{file} cannot be read: {reason}.",
    "encoding": "{file}, line {line}: this is not UTF-8 text; save the list as UTF-8.",
    "columns": "{file}, line 1: there is no column `name` or `name_nl`, only {found}.",
    "fields": "{file}, line {line}: {found} fields where the header has {expected}.",
    "csv": "{file}, line {line}: this is not well-formed CSV ({reason}).",
    "name": "{file}, line {line}: the institution has no name.",
    "ror": "{file}, line {line}: {value!r} is not a ROR id; its check digits do not fit.",
    "id": "{file}, line {line}: the id {value!r} was given to another institution above.",
    "json": "{file}, line {line}: this is not well-formed JSON ({reason}).",
    "dump": "{file}, line {line}: this is not a ROR dump in schema version 2 ({reason}).",
}


class AuthorityError(Exception):
    """A list of institutions that cannot be read.

    `code` says what is wrong (a key of `_SENTENCES`); `params` holds `file` and, where it is known, `line`.
    """

    def __init__(self, code: str, **params: object) -> None:
        self.code = code
        self.params = params
        super().__init__(_SENTENCES[code].format(**params))


@dataclass(frozen=True, slots=True)
class Listed:
    """One institution as a list gives it; `ambiguous` holds those of its forms that need context to count."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    ambiguous: frozenset[str] = frozenset()
    kind: str | None = None
    country: str | None = None
    ror: str | None = None
    wikidata: str | None = None


def is_ror(value: str) -> bool:
    """Tell whether `value` is a bare ROR id: its last two digits check the rest (ISO 7064, mod 97-10)."""
    if not re.fullmatch(rf"0[{_CROCKFORD}]{{6}}[0-9]{{2}}", value):
        return False
    number = 0
    for digit in value[:7]:
        number = number * 32 + _CROCKFORD.index(digit)
    return 98 - number * 100 % 97 == int(value[7:])


def read_folder(folder: Path, countries: Collection[str] | None) -> Iterator[tuple[Listed, ...]]:
    """Yield every list in `folder`, by file name.

    Of a ROR dump only the records of these `countries` (ISO 3166 codes) are taken; None takes all. A dump's
    own CSV form and its form in an older schema are passed over where the one that is read lies beside them.
    """
    if not folder.is_dir():
        raise AuthorityError("missing", file=str(folder))
    files = [path for path in sorted(folder.iterdir()) if path.is_file()]
    dumps = _newest_schema([path for path in files if path.suffix.lower() in (".json", ".zip")])
    lists = [path for path in files if path.suffix.lower() == ".csv" and not (dumps and _of_dump(path.name))]
    if not dumps and not lists:
        raise AuthorityError("empty", file=str(folder))
    for path in lists:
        yield tuple(read_csv(path))
    for path in dumps:
        yield tuple(read_dump(path, countries))


def read_csv(path: Path) -> Iterator[Listed]:
    """Yield the institutions of a CSV list."""
    ids: set[str] = set()
    with _opened(path) as stream:
        rows = _rows(stream, str(path))
        _, header = next(rows, (1, []))
        name = next((column for column in _LAYOUTS if column in header), None)
        if name is None:
            raise AuthorityError("columns", file=str(path), found=", ".join(header) or "none")
        columns = {field: header.index(c) for field, c in _LAYOUTS[name].items() if c in header}
        columns["name"] = header.index(name)
        for line, row in rows:
            if len(row) != len(header):
                raise AuthorityError(
                    "fields", file=str(path), line=line, found=len(row), expected=len(header)
                )
            listed = _listed({field: row[at].strip() for field, at in columns.items()}, str(path), line)
            if listed.id in ids and "id" in columns:
                raise AuthorityError("id", file=str(path), line=line, value=listed.id)
            ids.add(listed.id)
            yield listed


def read_dump(path: Path, countries: Collection[str] | None) -> Iterator[Listed]:
    """Yield the institutions of a ROR dump, a JSON array or the archive it is published in."""
    with _opened(path) as stream:
        for line, record in _array(stream, str(path)):
            try:
                listed = _of_record(record, countries)
            except (KeyError, TypeError, AttributeError, StopIteration) as error:
                raise AuthorityError("dump", file=str(path), line=line, reason=repr(error)) from None
            if listed is not None:
                yield listed


def _newest_schema(paths: list[Path]) -> list[Path]:
    """Leave out a dump in schema version 1 that lies beside the same dump in version 2."""
    names = {path.name for path in paths}
    return [path for path in paths if f"{path.stem}_schema_v2.json" not in names]


def _of_dump(name: str) -> bool:
    return "-ror-data" in name


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    """Open a list as text; of an archive, the JSON in it. Raises `AuthorityError` for what cannot be read."""
    try:
        with path.open("rb") as raw:
            if path.suffix.lower() == ".zip":
                with zipfile.ZipFile(raw) as archive, archive.open(_member(archive)) as member:
                    yield io.TextIOWrapper(member, encoding="utf-8-sig")
            else:
                yield io.TextIOWrapper(raw, encoding="utf-8-sig", newline="")
    except UnicodeDecodeError:
        raise AuthorityError("encoding", file=str(path), line=_undecodable_line(path)) from None
    except (OSError, zipfile.BadZipFile, KeyError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise AuthorityError("unreadable", file=str(path), reason=reason) from error


def _member(archive: zipfile.ZipFile) -> str:
    names = sorted(name for name in archive.namelist() if name.endswith(".json"))
    if not names:
        raise KeyError("there is no JSON in the archive")
    return next((name for name in names if name.endswith("_schema_v2.json")), names[-1])


def _undecodable_line(path: Path) -> int:
    """Return the first line of a file that is not UTF-8; 1 for an archive."""
    with path.open("rb") as raw:
        for number, line in enumerate(raw, start=1):
            try:
                line.decode()
            except UnicodeDecodeError:
                return number
    return 1


def _rows(stream: TextIO, file: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a CSV file that are not blank, each with the line it ends on."""
    first = stream.readline()
    delimiter = max(",;\t", key=first.count)
    lines = (line for part in ([first], stream) for line in part)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        for row in reader:
            if any(field.strip() for field in row):
                yield reader.line_num, row
    except csv.Error as error:
        raise AuthorityError("csv", file=file, line=reader.line_num, reason=str(error)) from None


def _listed(fields: dict[str, str], file: str, line: int) -> Listed:
    """Return the institution of one row of a CSV list."""
    if not fields["name"]:
        raise AuthorityError("name", file=file, line=line)
    ror = fields.get("ror") or None
    if ror is not None:
        match = _ROR.fullmatch(ror)
        if match is None or not is_ror(match[1]):
            raise AuthorityError("ror", file=file, line=line, value=ror)
        ror = match[1]
    acronyms = _split(fields.get("acronyms", ""))
    aliases = tuple(a for a in _split(fields.get("aliases", "")) if a not in acronyms)
    marked = "ambiguous" in fields
    return Listed(
        id=fields.get("id") or _id(ror, fields.get("wikidata"), fields["name"]),
        name=fields["name"],
        aliases=aliases,
        acronyms=acronyms,
        ambiguous=frozenset(_split(fields["ambiguous"])) if marked else _short(acronyms),
        kind=fields.get("kind") or None,
        country=fields.get("country") or None,
        ror=ror,
        wikidata=fields.get("wikidata") or None,
    )


def _split(field: str) -> tuple[str, ...]:
    return tuple(form for part in field.split(_SEPARATOR) if (form := part.strip()))


def _short(acronyms: Iterable[str]) -> frozenset[str]:
    return frozenset(acronym for acronym in acronyms if len(acronym) <= _SHORT_ACRONYM)


def _id(ror: str | None, wikidata: str | None, name: str) -> str:
    """Return an institution's id: its ROR id, else its Wikidata id, else its name as a slug."""
    if ror:
        return f"ror:{ror}"
    if wikidata:
        return f"wikidata:{wikidata}"
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return "zegsman:" + "-".join(re.findall(r"\w+", plain.casefold()))


def _array(stream: TextIO, file: str) -> Iterator[tuple[int, Any]]:
    """Yield the members of a JSON array with the line each starts on, without holding the whole text."""
    decoder = json.JSONDecoder()
    text = stream.read(_CHUNK).lstrip()
    if not text.startswith("["):
        raise AuthorityError("dump", file=file, line=1, reason="it does not start with [")
    at, line = 1, 1
    while True:
        start = re.compile(r"[\s,]*").match(text, at)
        assert start is not None
        line += text.count("\n", at, start.end())
        at = start.end()
        if text.startswith("]", at):
            return
        try:
            record, end = decoder.raw_decode(text, at)
        except json.JSONDecodeError as error:
            more = stream.read(_CHUNK) if len(text) - at < _LONGEST_RECORD else ""
            if not more:
                line += text.count("\n", at, error.pos)
                raise AuthorityError("json", file=file, line=line, reason=error.msg) from None
            text, at = text[at:] + more, 0
            continue
        yield line, record
        line += text.count("\n", at, end)
        at = end


def _of_record(record: dict[str, Any], countries: Collection[str] | None) -> Listed | None:
    """Return the institution of a record of schema version 2; None when of another country or withdrawn."""
    country = record["locations"][0]["geonames_details"]["country_code"]
    if record.get("status") == "withdrawn" or (countries is not None and country not in countries):
        return None
    names = record["names"]
    dutch = (n["value"] for n in names if n.get("lang") == "nl" and "label" in n["types"])
    shown = (n["value"] for n in names if "ror_display" in n["types"])
    name = next(dutch, None) or next(shown)
    acronyms = tuple(n["value"] for n in names if "acronym" in n["types"])
    wikidata = next((x for x in record.get("external_ids", ()) if x["type"] == "wikidata"), None)
    ror = record["id"].rpartition("/")[2]
    return Listed(
        id=f"ror:{ror}",
        name=name,
        aliases=tuple(n["value"] for n in names if n["value"] != name and n["value"] not in acronyms),
        acronyms=acronyms,
        ambiguous=_short(acronyms),
        kind=next((kind for kind in record.get("types", ()) if kind != "funder"), None),
        country=country,
        ror=ror,
        wikidata=(wikidata.get("preferred") or next(iter(wikidata["all"]), None)) if wikidata else None,
    )
