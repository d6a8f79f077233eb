"""A dossier to hand on: as one HTML file, as a pack with all it rests on; and whether a pack is whole."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from app.failures import SOME_REFUSED, fail
from app.files import no_terminal, readable, whole
from app.messages import Messages
from app.options import waiting
from app.terminal import show_json

if TYPE_CHECKING:
    from graph.store import Store


def hand_on(store: Store, person: str, page: str | None, pack: str | None) -> None:
    """Write the dossier of a person to the files `page` (HTML) and `pack` (zip), where these are named.

    `-` is standard output.
    """
    from app import dossier_page, evidence_files
    from graph.evidence import evidence

    messages, made = Messages(), datetime.now(UTC).isoformat(timespec="seconds")
    with store.lease(
        "zegsman dossier", waiting=waiting
    ):  # so that nothing changes between one part and the next
        found = evidence(store, person)
    if page:
        with whole(page) as file:
            file.write(dossier_page.page(found, made).encode("utf-8", "backslashreplace"))
        click.echo(messages.text("evidence.written", file=page), err=True)
    if pack:
        no_terminal(pack, sys.stdout)
        with whole(pack) as file:
            written = evidence_files.write(file, found, made, store.originals.get)
        count = messages.count("evidence.files", written.files)
        click.echo(messages.text("evidence.packed", file=pack, files=count, seal=written.seal), err=True)
        lost = {capture.sha256 for source in found.sources for capture in source.captures if capture.lost}
        if lost:
            click.echo(messages.count("evidence.lost_originals", len(lost)), err=True)
            raise click.exceptions.Exit(SOME_REFUSED)


@click.command(short_help="See whether an evidence pack is as it was made.")
@click.argument("file", metavar="FILE")
@click.option("--seal", metavar="SHA256", help="The seal that was noted when the pack was made.")
@click.option("--json", "as_json", is_flag=True, help="Print what the pack says of itself, as JSON.")
def verify(file: str, seal: str | None, as_json: bool) -> None:
    """See whether FILE, that `zegsman dossier --pack` wrote, is as it was made, to the last byte.

    A file in it that was changed, is missing or was added is named, and the exit status is 2. No store is
    used. With --seal it is also seen whether it is the very pack that had this seal.
    """
    from graph import pack as packing

    no_terminal(file, sys.stdin)
    messages = Messages()
    with readable(file) as source:
        found = packing.verify(source, file)
    if seal and seal.strip().lower() != found.seal:
        raise fail("other_seal", file=file, seal=found.seal)
    if as_json:
        show_json({"seal": found.seal, "files": found.files, **found.facts})
        return
    said = found.facts
    click.echo(
        messages.text(
            "evidence.whole",
            file=file,
            files=messages.count("evidence.files", found.files),
            name=_name(said.get("person")),
            made=said.get("made"),
            program=said.get("program"),
            seal=found.seal,
        )
    )
    if not seal:
        click.echo(messages.text("evidence.whole_note"))


def _name(person: object) -> str:
    """Return the name in what a manifest says of a person, which anybody can have written."""
    from app.terminal import shown

    return shown(person.get("name") if isinstance(person, dict) else None)
