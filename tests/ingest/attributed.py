"""What the tests of attribution ask of a text: who says what in it."""

from ingest.extraction import Article, Attribution, Extraction, article_id
from ingest.pipeline import Pipeline

PIPELINE = Pipeline("nl")


def extract(text: str) -> Extraction:
    """Return what is found in a text."""
    return PIPELINE.extract(Article(source="test", id=article_id(None, text), text=text))


def said(text: str) -> list[tuple[str, str | None, str]]:
    """Return source, cue and content of all attributions, in order."""
    return [
        (one.source.name, one.cue.text if one.cue else None, one.content[0].text)
        for one in extract(text).attributions
    ]


def only(text: str) -> Attribution:
    """Return the one attribution of a text."""
    (one,) = extract(text).attributions
    return one
