"""Articles: lists of them, and one whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from graph.errors import NotFound
from graph.lines import ArticleLine, ArticleView, PartLine, StatementLine
from graph.reports.rows import (
    appearance_line,
    article_line,
    ask,
    in_text_order,
    mention_line,
    statement_line,
)
from graph.store import Store


def articles(
    store: Store, text: str | None = None, limit: int = 100, offset: int = 0
) -> tuple[ArticleLine, ...]:
    """Return articles whose title or text holds `text` (None: any), the latest first."""
    rows = ask(store, "articles", text=text or None, limit=limit, offset=offset)
    return tuple(article_line(row) for row in rows)


def articles_by_id(store: Store, ids: Sequence[str]) -> dict[str, ArticleLine]:
    """Return the articles with these ids, by date."""
    return {row["id"]: article_line(row) for row in ask(store, "articles_by_id", ids=list(ids))}


def article(store: Store, article_id: str) -> ArticleView:
    """Return one article whole. NotFound if there is none with this id."""
    rows = ask(store, "article", article=article_id)
    if not rows:
        raise NotFound("not_found", location=store.location, id=article_id)
    (row,), line, text = rows, article_line(rows[0]), rows[0]["text"]
    said: dict[str | None, list[StatementLine]] = defaultdict(list)
    for found in ask(store, "statements_in_article", article=article_id):
        said[found["appearance"]].append(statement_line(found))
    shown = [
        (appearance_line(found["appearance"], line, text, said[found["appearance"]["id"]]), found["person"])
        for found in ask(store, "appearances_in_article", article=article_id)
    ]
    parts = zip(row["part_kinds"] or (), row["part_starts"] or (), row["part_ends"] or (), strict=True)
    mentions = (mention_line(found) for found in ask(store, "mentions_in_article", article=article_id))
    return ArticleView(
        line=line,
        text=text,
        parts=tuple(PartLine(*part) for part in parts),
        people=tuple(sorted(shown, key=lambda pair: (pair[0].starts, pair[0].id))),
        mentions=tuple(sorted(mentions, key=lambda mention: (mention.starts, mention.name))),
        statements=in_text_order(statement for some in said.values() for statement in some),
        copies=tuple(article_line(found) for found in ask(store, "copies_of_article", article=article_id)),
    )
