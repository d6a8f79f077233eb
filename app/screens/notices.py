"""What is shown in the place of a page: a store with nothing in it, or one that cannot be used."""

from __future__ import annotations

from app.markup import tag
from app.messages import Messages
from app.screens.pieces import notice, title
from app.screens.view import put
from graph.errors import StoreError


def empty(messages: Messages, location: str) -> None:
    """Say that there are no articles yet, and how they come in."""
    steps = (
        tag(
            "li",
            messages.text("page.empty_own"),
            tag("pre", f"zegsman ingest {messages.text('page.folder')}"),
        ),
        tag("li", messages.text("page.empty_demo"), tag("pre", "zegsman demo")),
    )
    put(
        title(messages.text("page.empty_title"), messages.text("page.empty_below")),
        tag("ol", *steps, class_="zg zg-steps"),
        tag("p", messages.text("page.store_at", location=location), class_="zg zg-note"),
    )


def failed(messages: Messages, error: StoreError) -> None:
    """Say why the store cannot be used."""
    put(notice(messages.error(error), kind="error"))
