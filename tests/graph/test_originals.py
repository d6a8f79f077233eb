"""Originals: kept once, whole, under the hash of their bytes."""

from __future__ import annotations

import hashlib
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import OriginalLost, SchemaMismatch
from graph.originals import Originals
from graph.store import Store, open_store


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_what_is_put_comes_back_byte_for_byte(tmp_path: Path, data: bytes) -> None:
    originals = Originals(tmp_path)
    sha = originals.put(data)
    assert sha == hashlib.sha256(data).hexdigest()
    assert originals.get(sha) == data


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    assert originals.put(b"tekst") == originals.put(b"tekst")
    assert len(files(tmp_path)) == 1


def test_many_can_put_the_same_at_once(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    threads = [threading.Thread(target=originals.put, args=(b"tekst" * 10_000,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [path.read_bytes() for path in files(tmp_path)] == [b"tekst" * 10_000]


def test_an_original_that_is_gone_or_damaged_is_told(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    sha = originals.put(b"tekst")
    originals.path(sha).write_bytes(b"andere tekst")
    with pytest.raises(OriginalLost, match="is damaged"):
        originals.get(sha)
    originals.path(sha).unlink()
    with pytest.raises(OriginalLost, match=f"{sha} is not in"):
        originals.get(sha)


def test_the_embedded_engine_keeps_them_in_the_store(embedded_store: Store) -> None:
    assert embedded_store.originals.folder == Path(embedded_store.location) / "originals"


def test_of_a_neo4j_they_are_kept_with_the_user_by_database(
    neo4j_login: tuple[str, tuple[str, str]], own_folders: Path
) -> None:
    with open_store(*neo4j_login) as store:
        with pytest.raises(SchemaMismatch):
            _ = store.originals
        store.ensure_schema()
        kept = store.originals.folder
        assert own_folders in kept.parents
    with open_store(*neo4j_login) as again:
        assert again.originals.folder == kept
