"""Reading files, folders, lines and standard input."""

import io
import json
import os
import pickle
import string
import subprocess
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import readers
from ingest.errors import Refused
from ingest.extraction import Original, Reading, article_id
from ingest.readers.decoding import NotText, clean, decode
from ingest.readers.fields import metadata

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"

TEXT = """Bomen langs de vaart

De gemeente plant dit voorjaar nieuwe bomen langs de vaart, want de oude zijn door een ziekte aangetast.
„Het wordt er weer groen”, zegt boomverzorger Jorrit Wapserveld. \tHij begint in maart.
"""
ENGLISH = "The town will plant new trees along the canal this spring, because the old ones fell ill."


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def line(**fields: object) -> str:
    return json.dumps({"text": TEXT, **fields}) + "\n"


def one(path: Path | str) -> Reading:
    (reading,) = readers.read([path])
    assert isinstance(reading, Reading), str(reading)
    return reading


def refusal(path: Path | str) -> Refused:
    (refused,) = readers.read([path])
    assert isinstance(refused, Refused)
    return refused


# --- texts ---


@pytest.mark.parametrize("name", ["vaart.txt", "vaart.md", "VAART.TXT"])
def test_a_text_is_read_as_it_stands(tmp_path: Path, name: str) -> None:
    text = TEXT.replace("\n", "\r\n", 1)
    article = one(write(tmp_path / name, text)).article
    assert article.text == text
    assert (article.source, article.url, article.language) == (name, None, "nl")
    assert article.id == article_id(None, text)


def test_what_stands_beside_a_text_says_where_it_came_from(tmp_path: Path) -> None:
    about = {
        "url": "http://www.blad.example/vaart?utm_source=x",
        "title": " Bomen\n",
        "date": "17 mei 2019",
        "source": "Het Blad",
    }
    write(tmp_path / "vaart.meta.json", json.dumps(about))
    article = one(write(tmp_path / "vaart.txt", TEXT)).article
    assert (article.url, article.title) == ("https://blad.example/vaart", "Bomen")
    assert (article.published, article.publisher) == ("2019-05-17", "Het Blad")
    assert article.id == article_id("https://blad.example/vaart", TEXT)


@pytest.mark.parametrize("broken", ["{", "[1]", ""])
def test_a_text_is_refused_when_what_stands_beside_it_cannot_be_read(tmp_path: Path, broken: str) -> None:
    write(tmp_path / "vaart.meta.json", broken)
    refused = refusal(write(tmp_path / "vaart.txt", TEXT))
    assert refused.code == "sidecar"
    assert "vaart.meta.json" in str(refused)


def test_a_byte_order_mark_goes(tmp_path: Path) -> None:
    assert one(write(tmp_path / "a.txt", "\ufeff" + TEXT)).article.text == TEXT
    assert one(write(tmp_path / "b.txt", TEXT.encode("utf-16"))).article.text == TEXT


def test_a_text_in_an_old_encoding_is_read_and_said_so(tmp_path: Path) -> None:
    text = TEXT + "Eén café, ‘naïef’ en €5."
    path = write(tmp_path / "oud.txt", text.encode("windows-1252"))
    guesses: list[tuple[str, str]] = []
    (reading,) = readers.read([path], on_guess=lambda *guess: guesses.append(guess))
    assert isinstance(reading, Reading)
    assert reading.article.text == text
    assert guesses == [(str(path), "windows-1252")]


def test_a_damaged_byte_does_not_turn_a_text_into_another_encoding() -> None:
    assert decode("één café ".encode() + b"\xff")[0] == "één café \ufffd"


# --- cleaning ---


@given(st.text(st.characters(exclude_categories=[])))
def test_cleaning_keeps_every_position(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    assert clean(cleaned) == cleaned
    assert all(was == now or now == "\ufffd" for was, now in zip(text, cleaned, strict=True))
    cleaned.encode()


def test_control_characters_and_lone_surrogates_are_replaced_and_line_ends_stay() -> None:
    assert clean("a\x07b\ud83dc\td\r\ne\x85") == "a\ufffdb\ufffdc\td\r\ne\ufffd"


@given(st.binary())
def test_any_bytes_are_text_or_are_not(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except NotText:
        return
    assert "\0" not in text


# --- lines of JSON ---


def test_every_line_is_an_article_with_its_own_bytes(tmp_path: Path) -> None:
    lines = [line(url="https://blad.example/1"), "\n", line(url="https://blad.example/2")]
    first, second = readers.read([write(tmp_path / "nieuws.jsonl", "".join(lines))])
    assert isinstance(first, Reading) and isinstance(second, Reading)
    assert (first.article.source, second.article.source) == ("nieuws.jsonl:1", "nieuws.jsonl:3")
    assert second.original.data == lines[2].strip().encode()


@pytest.mark.parametrize("text", ["text", "body", "content", "articleBody"])
@pytest.mark.parametrize(
    "names",
    [
        ("title", "url", "date", "publisher", "author", "section", "keywords"),
        ("headline", "link", "datePublished", "source", "byline", "category", "tags"),
        ("title", "url", "pubDate", "domain", "authors", "articleSection", "tags"),
    ],
)
def test_fields_go_by_their_usual_names(tmp_path: Path, text: str, names: tuple[str, ...]) -> None:
    values = (
        "Bomen",
        "blad.example",
        "2024-05",
        "Het Blad",
        ["A. Wapserveld", {"name": "B. Ens"}],
        "Groen",
        "boom, vaart",
    )
    record = dict(zip(names, values, strict=True)) | {names[1]: "https://blad.example/1", text: TEXT}
    article = one(write(tmp_path / "a.jsonl", json.dumps(record))).article
    assert (article.text, article.title, article.url) == (TEXT, "Bomen", "https://blad.example/1")
    assert (article.published, article.publisher, article.section) == ("2024-05", "Het Blad", "Groen")
    assert (article.byline, article.keywords) == ("A. Wapserveld, B. Ens", ("boom", "vaart"))


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        ('{"text": "half', "broken"),
        ("[" * 100_000, "broken"),
        ("[1, 2]", "not_object"),
        ("7", "not_object"),
        ('{"title": "Geen tekst"}', "no_text"),
        ('{"text": "   "}', "no_text"),
        ('{"text": ["a"]}', "not_string"),
        (line(title=5), "not_string"),
        (line(date={"year": 2024}), "not_date"),
        (line(date=True), "not_date"),
        (line(text=ENGLISH), "language"),
        ('{"text": "\\u0000"}', "unknown_language"),
    ],
)
def test_a_bad_line_is_refused_by_its_number_and_the_rest_goes_on(
    tmp_path: Path, bad: str, code: str
) -> None:
    path = write(tmp_path / "nieuws.jsonl", line() + bad.strip() + "\n" + line())
    before, refused, after = readers.read([path])
    assert isinstance(before, Reading) and isinstance(after, Reading)
    assert isinstance(refused, Refused)
    assert (refused.code, refused.source) == (code, f"{path}:2")
    assert str(refused).startswith(f"{path}:2: ")


def test_a_date_that_cannot_be_and_an_address_that_is_none_are_left_out(tmp_path: Path) -> None:
    article = one(write(tmp_path / "a.jsonl", line(date="2024-02-31", url="stuk 12", title=None))).article
    assert (article.published, article.url, article.title) == (None, None, None)


# --- folders ---


def test_a_folder_is_read_in_order_and_what_is_passed_over_is_said(tmp_path: Path) -> None:
    for name in (
        "b/2.txt",
        "a.md",
        "c.pdf",
        "los.meta.json",
        "z.txt",
        "z.meta.json",
        ".verborgen/x.txt",
        ".x.txt",
    ):
        write(tmp_path / name, "{}" if name.endswith("json") else TEXT)
    passed: list[str] = []
    found = list(readers.read([tmp_path], on_pass_over=passed.append))
    assert [r.article.source for r in found if isinstance(r, Reading)] == ["a.md", "z.txt", "b/2.txt"]
    assert passed == [str(tmp_path / "c.pdf"), str(tmp_path / "los.meta.json")]


def test_what_stands_beside_a_text_is_no_article_of_its_own(tmp_path: Path) -> None:
    about, text = write(tmp_path / "a.meta.json", "{}"), write(tmp_path / "a.txt", TEXT)
    assert len(list(readers.read([about, text]))) == 1


def test_reading_is_lazy(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", line())
    articles = readers.read([path, tmp_path / "weg.txt"])
    assert isinstance(next(articles), Reading)
    write(tmp_path / "weg.txt", TEXT)
    assert isinstance(next(articles), Reading)


# --- standard input ---


@pytest.mark.parametrize(
    ("content", "sources"),
    [
        (TEXT, ["standard input"]),
        ("\n" + line() + line(), ["standard input:2", "standard input:3"]),
        (f"<!doctype html><html><body><p>{TEXT * 3}</p></body></html>", ["standard input"]),
    ],
)
def test_standard_input_is_told_by_what_it_holds(
    content: str, sources: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content.encode())))
    found = list(readers.read(["-"]))
    assert [r.article.source for r in found if isinstance(r, Reading)] == sources
    assert all("<" not in r.article.text for r in found if isinstance(r, Reading))


# --- refusals ---


def test_what_cannot_be_read_is_refused_by_name(tmp_path: Path) -> None:
    refused = {
        "missing": tmp_path / "weg.txt",
        "kind": write(tmp_path / "a.docx", "x"),
        "nothing": tmp_path / "leeg",
        "address": "https://blad.example/stuk",
        "empty": write(tmp_path / "leeg.txt", " \n"),
        "binary": write(tmp_path / "plaatje.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256))),
        "language": write(tmp_path / "engels.txt", ENGLISH),
        "unknown_language": write(tmp_path / "cijfers.txt", "12 13 14"),
        "long": write(tmp_path / "roman.txt", TEXT * 5000),
    }
    refused["nothing"].mkdir()
    for code, path in refused.items():
        found = refusal(path)
        assert (found.code, found.source) == (code, str(path))
        assert str(found).startswith(f"{path}: ")
    assert "English" in str(refusal(refused["language"]))
    assert refusal(write(tmp_path / "leeg.jsonl", "\n")).code == "empty"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may open anything")
def test_a_file_that_may_not_be_opened_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "dicht.txt", TEXT)
    path.chmod(0)
    assert refusal(path).code == "forbidden"


def test_a_refusal_ends_nothing(tmp_path: Path) -> None:
    good = write(tmp_path / "goed.txt", TEXT)
    kinds = [type(found) for found in readers.read([good, tmp_path / "weg", "a\0b", good])]
    assert kinds == [Reading, Refused, Refused, Reading]


def test_a_refusal_can_be_sent_to_another_process(tmp_path: Path) -> None:
    refused = refusal(write(tmp_path / "engels.txt", ENGLISH))
    assert str(pickle.loads(pickle.dumps(refused))) == str(refused)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_in_a_folder_is_passed_over_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.txt")
    write(tmp_path / "a.txt", TEXT)
    passed: list[str] = []
    assert len(list(readers.read([tmp_path], on_pass_over=passed.append))) == 1
    assert passed == [str(tmp_path / "pijp.txt")]


def test_every_refusal_has_its_sentence_in_every_language() -> None:
    folder = Path(readers.__file__).parents[2] / "schema" / "messages"
    english, dutch = (tomllib.loads((folder / name).read_text("utf-8")) for name in ("en.toml", "nl.toml"))
    for table in ("refused", "languages"):
        assert english[table].keys() == dutch[table].keys()
    for code, sentence in english["refused"].items():
        assert set(fields(sentence)) == set(fields(dutch["refused"][code]))


def fields(sentence: str) -> list[str | None]:
    return [name for _, name, _, _ in string.Formatter().parse(sentence) if name]


# --- originals ---


def test_an_original_is_read_again_to_the_same_article(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "a.meta.json", '{"url": "https://blad.example/1"}')
    write(tmp_path / "b.jsonl", line(title="Bomen"))
    write(tmp_path / "c.html", f"<html><body><h1>Bomen</h1><p>{TEXT * 3}</p></body></html>")
    found = [reading for reading in readers.read([tmp_path]) if isinstance(reading, Reading)]
    assert len(found) == 3
    assert [readers.reread(reading.original) for reading in found] == found


def test_rereading_what_is_no_article_raises() -> None:
    with pytest.raises(Refused, match=r"a\.txt: it is empty"):
        readers.reread(Original(b"", "text/plain", "a.txt"))


def test_the_version_tells_media_types_apart_and_is_short() -> None:
    versions = {readers.version(kind) for kind in ("text/plain", "text/html", "application/json")}
    assert len(versions) == 3
    assert all(len(version) == 16 for version in versions)


def test_reading_text_loads_neither_spacy_nor_trafilatura(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", TEXT)
    code = (
        "import sys; from ingest import readers; list(readers.read(sys.argv[1:])); "
        "sys.exit(bool({'spacy', 'trafilatura', 'lxml'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code, str(path)], check=False).returncode == 0


@pytest.mark.skipif(not CORPUS.exists(), reason="../shared/corpus is not there")
def test_real_articles_are_all_read() -> None:
    assert all(isinstance(found, Reading) for found in readers.read([CORPUS / "identity_articles.jsonl"]))


@pytest.mark.parametrize(
    ("stated", "byline"),
    [
        ("Fenna Oudelaar, foto's: Okke Terpstra", "Fenna Oudelaar"),
        ("Foto: Okke Terpstra", None),
        ("Fenna Oudelaar en beeld door Okke Terpstra", "Fenna Oudelaar"),
        ("Fenna Foto", "Fenna Foto"),
    ],
)
def test_who_took_the_pictures_wrote_nothing(stated: str, byline: str | None) -> None:
    assert metadata({"byline": stated}, "a test").byline == byline
