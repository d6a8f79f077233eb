"""The pairs in doubt, for a person to decide: `review`."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import click

from app.options import format_options, one_format, open_store, store_option, typed
from app.terminal import show, show_csv, show_json

if TYPE_CHECKING:
    from graph.lines import Doubt

# Columns of a pair.
_PAIR = ("one", "one_name", "other", "other_name", "chance", "stories", "value", "score", "features")


@click.command(short_help="Show who may be one person, for you to decide.")
@store_option
@format_options
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Pairs at the most.")
def review(location: str | None, as_json: bool, as_csv: bool, limit: int) -> None:
    """Show the pairs of persons who may be one, with what speaks for and against it.

    Those come first of which an answer is worth most: the doubt is greatest and most stories would come
    together. `zegsman decide same` and `zegsman decide different` answer it for good.
    """
    one_format(as_json, as_csv)
    from graph import reports

    with closing(open_store(location)) as store:
        found = reports.doubts(store)
        if as_json:
            show_json(found[:limit])
        elif as_csv:
            show_csv(_PAIR, map(_row, found[:limit]))
        else:
            from app import review_report

            show(*review_report.doubts(found, limit, typed))


def _row(doubt: Doubt) -> dict[str, object]:
    compared = doubt.compared
    return {
        "one": compared.one.id,
        "one_name": compared.one.name,
        "other": compared.other.id,
        "other_name": compared.other.name,
        "chance": round(doubt.chance, 3),
        "stories": doubt.stories,
        "value": round(doubt.value, 3),
        "score": compared.score,
        "features": [f"{feature.name} {feature.weight:+g}" for feature in compared.features],
    }
