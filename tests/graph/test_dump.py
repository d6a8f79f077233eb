"""A dump and what is restored of it: the same graph, on either engine, or nothing at all."""

from __future__ import annotations

import io
import json
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from emptying import wipe
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from news import News
from newsroom import COPY, SAVING, SLEEPING, Quoted, article

from graph import canonical, model, reports
from graph.dump import MANIFEST, Manifest, dump
from graph.errors import BadDump, NotEmpty, OriginalLost, SchemaMismatch, Unfinished
from graph.judgements import deciding, forgetting, triage
from graph.judgements.deciding import Words
from graph.resolve import resolve
from graph.restore import read_through, restore
from graph.store import Store, open_store
from ingest.extraction import Extraction

RESTORING = Path(__file__).with_name("restoring.py")
ILSE = "Ilse Brandsmeer"
DIKE = article(
    "Een dijk in Zeeland",
    Quoted("Wout Kerkstra", "ingenieur", "engineering", "Goes", says=("De dijk ligt er goed bij.",)),
    Quoted("Jelle Rijnders", "dijkgraaf", "politics", "Goes", says=("Daar kijken we naar.",)),
    url="https://dijken.example/1",
    publisher="Dijken",
)
STORM = article(
    "Storm op komst",
    Quoted("Wout Kerkstra", "ingenieur", "engineering", "Goes", says=("Het water komt hoog.",)),
    url="https://dijken.example/2",
    publisher="Dijken",
)
GONE = article(
    "Een bericht dat weg moet", Quoted("Tine Aalders", says=("Nee.",)), url="https://weg.example/1"
)


def fill(store: Store) -> None:
    """Put articles, decisions, one of which is orphaned, and what is forgotten into `store`."""
    with store.lease("a test"):
        news = News(store)
        news.load(SLEEPING, COPY, SAVING, DIKE, STORM, GONE)
        news.load(DIKE, GONE, collection="Over water")
        (wout, jelle), (again,) = DIKE.people, STORM.people
        deciding.different(store, [wout.id], [again.id], Words("ik", "twee ingenieurs"))
        deciding.correct(store, [jelle.id], {"role": "baggeraar"}, Words("ik", "staat er zo"))
        deciding.correct(store, [DIKE.article.id], {"title": "De dijk"}, Words("ik"))
        triage.mark(
            store, min(one.people[0].id for one in (SLEEPING, COPY, SAVING)), "note", "ik", "Bel Ilse"
        )
        news.load(without_the_last(DIKE), fingerprint="knows fewer people")
        forgetting.person(store, [one.people[0].id for one in (SLEEPING, COPY, SAVING)], "ik")
        forgetting.article(store, GONE.article.id, "ik")
        resolve(store)
    (orphaned,) = [d for d in decisions(store) if not d["about"]]
    assert orphaned["value"] == "baggeraar"


def without_the_last(extraction: Extraction) -> Extraction:
    gone = extraction.people[-1].id
    said = tuple(one for one in extraction.attributions if one.source.ref != gone)
    return replace(extraction, people=extraction.people[:-1], attributions=said)


def decisions(store: Store) -> list[dict[str, object]]:
    return store.read(
        "MATCH (d:Decision) OPTIONAL MATCH (d)-[:CONCERNS]->(n) "
        "RETURN d.value AS value, collect(n.id) AS about ORDER BY value"
    )


def dumped(store: Store, lost: Callable[[OriginalLost], object] = lambda error: None) -> bytes:
    file = io.BytesIO()
    with store.lease("a test"):
        dump(store, file, lost)
    return file.getvalue()


def restored(data: bytes, store: Store) -> Manifest:
    found = read_through(io.BytesIO(data), "a.zip")
    store.ensure_schema(unfinished=True)
    with store.lease("a test"):
        restore(store, found)
    return found.manifest


def lines(store: Store) -> list[str]:
    """Return all that is in a store, former ids and hashes too, and which originals it keeps."""
    layers = (*canonical.LAYERS, "internal")
    found = (line for line in canonical.lines(store, layers) if not line.startswith(("Meta", "Lease")))
    return [*found, *sorted(path.name for path in store.originals.folder.rglob("*") if path.is_file())]


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_what_is_restored_is_what_was_dumped_and_dumps_the_same(store: Store, embedded_store: Store) -> None:
    fill(store)
    data = dumped(store)
    restored(data, embedded_store)
    assert lines(embedded_store) == lines(store)
    assert len([line for line in lines(store) if line.startswith("Decision")]) == 3
    again = members(dumped(embedded_store))
    one = members(data)
    assert again.pop(MANIFEST) and one.pop(MANIFEST)
    assert again == one


def test_from_the_embedded_engine_to_each(embedded_store: Store, store: Store) -> None:
    fill(embedded_store)
    restored(dumped(embedded_store), store)
    assert lines(store) == lines(embedded_store)


def test_who_was_forgotten_is_not_in_a_dump_and_does_not_come_back(
    embedded_store: Store, store: Store
) -> None:
    fill(embedded_store)
    data = dumped(embedded_store)
    text = b"\n".join(members(data).values()).decode().casefold()
    assert "anna" in text
    for trace in ("brandsmeer", "ilse", "Tine", "Aalders", "een bericht dat weg moet"):
        assert trace.casefold() not in text, trace
    restored(data, store)
    with store.lease("a test"):
        news = News(store)
        loaded = news.load(SLEEPING, GONE, fingerprint="better")
        assert [(one.outcome, one.left_out) for one in loaded] == [("replaced", 1), ("barred", 0)]
        new = article("Nieuw", Quoted(ILSE, "slaapcoach", "psychology"), url="https://nieuw.example/1")
        (loaded_new,) = news.load(new)
        assert loaded_new.left_out == 1
    assert reports.find_person(store, ILSE) == ()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[bytes]:
    """A dump of a store with all there can be in it."""
    with open_store(tmp_path_factory.mktemp("dumped") / "store") as store:
        store.ensure_schema()
        fill(store)
        yield dumped(store)


def test_the_manifest_tells_what_is_in_it(whole: bytes) -> None:
    said = json.loads(members(whole)[MANIFEST])
    assert (said["format"], said["schema_version"]) == ("zegsman dump", model.load().version)
    assert said["members"]["nodes/Article.jsonl"]["rows"] == 5
    kept = [name for name in members(whole) if name.startswith("originals/")]
    # The originals of the three articles in which somebody was forgotten are gone; their records are there.
    assert len(kept) == said["originals"] == 2
    captures = members(whole)["nodes/Capture.jsonl"].decode().splitlines()
    assert len([line for line in captures if json.loads(line).get("dropped")]) == 3


def rewritten(data: bytes, **changed: object) -> bytes:
    """Return a dump whose manifest says something else."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members(data).items():
            said = json.dumps(json.loads(content) | changed) if name == MANIFEST else content
            archive.writestr(name, said)
    return file.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(BadDump) as error:
        read_through(io.BytesIO(data), "a.zip")
    assert "a.zip" in str(error.value)
    return error.value.code


def test_dumps_of_other_versions_and_other_files_are_refused_by_name(whole: bytes) -> None:
    assert refusal(b"") == refusal(b"Beste redactie,") == "dump_none"
    assert refusal(rewritten(whole, format="something else")) == "dump_none"
    assert refusal(rewritten(whole, schema_version=model.load().version - 1)) == "dump_older"
    assert refusal(rewritten(whole, schema_version=model.load().version + 1)) == "dump_newer"
    assert refusal(rewritten(whole, version=2)) == "dump_newer"


def test_a_member_that_was_changed_left_out_or_added_is_refused_by_name(whole: bytes) -> None:
    original = next(name for name in members(whole) if name.startswith("originals/"))
    for name in ("nodes/Article.jsonl", "relationships/Statement-STATED_IN-Article.jsonl", original):
        for changed in (members(whole) | {name: b"{}\n"}, {**members(whole), name: None}):
            file = io.BytesIO()
            with zipfile.ZipFile(file, "w") as archive:
                for member, content in changed.items():
                    if content is not None:
                        archive.writestr(member, content)
            with pytest.raises(BadDump, match=name.rpartition(".")[0]):
                read_through(io.BytesIO(file.getvalue()), "a.zip")
    file = io.BytesIO(whole)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("originals/extra.txt", b"erbij")
    assert refusal(file.getvalue()) == "dump_damaged"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_or_shortened_file_is_refused_unless_nothing_in_it_changed(
    whole: bytes, data: st.DataObject
) -> None:
    place = data.draw(st.integers(1, len(whole) - 1))
    damaged = bytearray(whole)
    if data.draw(st.booleans()):
        damaged = damaged[:place]
    else:
        damaged[place] ^= data.draw(st.integers(1, 255))
    try:
        found = read_through(io.BytesIO(bytes(damaged)), "a.zip")
    except BadDump:
        return
    # In a zip also stand dates, rights and the like, which nobody reads.
    sound = read_through(io.BytesIO(whole), "a.zip")
    assert list(found.changes()) == list(sound.changes())
    assert list(found.originals()) == list(sound.originals())


def test_a_store_that_holds_something_is_not_restored_into(store: Store, whole: bytes) -> None:
    with store.lease("a test"):
        News(store).load(DIKE)
    before = lines(store)
    with pytest.raises(NotEmpty, match="Article 1"):
        restored(whole, store)
    assert lines(store) == before


def test_an_original_that_is_lost_is_told_and_all_else_dumped(store: Store, embedded_store: Store) -> None:
    with store.lease("a test"):
        News(store).load(DIKE, STORM)
    lost = min(path for path in store.originals.folder.rglob("*") if path.is_file())
    lost.unlink()
    told = list[OriginalLost]()
    data = dumped(store, told.append)
    assert [error.code for error in told] == ["original_missing"]
    assert restored(data, embedded_store).lost == (lost.parent.name + lost.name,)
    assert lines(embedded_store) == lines(store)


def test_a_restore_that_is_killed_leaves_a_store_that_says_so_and_is_restored_into_again(
    store: Store, whole: bytes, tmp_path: Path, own_folders: Path, request: pytest.FixtureRequest
) -> None:
    restored(whole, store)
    undisturbed = lines(store)
    wipe(store)
    file = tmp_path / "a.zip"
    file.write_bytes(whole)
    login = () if store.reader_access() else request.getfixturevalue("neo4j_server").login
    command = [sys.executable, str(RESTORING), str(file), store.location, *login]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])
    assert process.stdout is not None
    for _ in range(random.Random().randint(1, 15)):
        assert process.stdout.readline()
    process.kill()
    process.communicate()
    for check in (store.check_schema, store.ensure_schema):
        with pytest.raises(Unfinished):
            check()
    restored(whole, store)
    assert lines(store) == undisturbed
    store.check_schema()


def test_a_store_that_was_never_set_up_cannot_be_dumped(tmp_path: Path) -> None:
    with open_store(tmp_path / "new") as store, pytest.raises(SchemaMismatch):
        dump(store, io.BytesIO(), lambda error: None)
