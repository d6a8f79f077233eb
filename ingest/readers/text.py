"""Reads `.txt` and `.md`: the text as it stands."""

from __future__ import annotations

from ingest.extraction import Article, article_id
from ingest.readers.decoding import clean
from ingest.readers.fields import Metadata


def article(source: str, text: str, about: Metadata) -> Article:
    """Return the article of a text and what is known about it; the text is cleaned, and nothing else."""
    text = clean(text)
    return Article(
        source=source,
        id=article_id(about.url, text),
        text=text,
        title=about.title,
        subtitle=about.subtitle,
        url=about.url,
        publisher=about.publisher,
        published=about.published,
        byline=about.byline,
        section=about.section,
        keywords=about.keywords,
    )
