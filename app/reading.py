"""Reading what a user names: articles one after another, and all that is to be said about the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.failures import Failed
from app.messages import Messages
from ingest.errors import ExtractionFailed, Refused

if TYPE_CHECKING:
    from ingest.extraction import Original, Reading
    from ingest.workers import Extractor

# So many names of files that were passed over are told; a folder of pictures has thousands.
_NAMED = 5


class Inputs:
    """The articles in `paths`: iterating reads them, says on stderr what is refused, and counts.

    `read` and `refused` are numbers of articles, `passed_over` the paths of files of other kinds. `done`
    is told how many bytes were read of each article, `size` is how many there are in all, None for a stream.
    """

    def __init__(self, paths: Sequence[str]) -> None:
        self._paths = paths
        self.read = 0
        self.refused = 0
        self.passed_over: list[str] = []
        self.done: Callable[[int], object] = lambda _: None

    def __iter__(self) -> Iterator[Reading]:
        from ingest import readers

        messages = Messages()
        for found in readers.read(self._paths, on_pass_over=self.passed_over.append, on_guess=_tell_encoding):
            if isinstance(found, Refused):
                self.refused += 1
                click.echo(messages.refused(found), err=True)
            else:
                self.read += 1
                self.done(len(found.original.data))
                yield found

    def size(self) -> int | None:
        """Return the number of bytes there are to read, None if that cannot be known."""
        if "-" in self._paths:
            return None
        return sum(size for path in self._paths for size in _sizes(path))

    def tell_passed_over(self) -> None:
        """Say on stderr which files were passed over."""
        if self.passed_over:
            messages, names = Messages(), self.passed_over[:_NAMED]
            if more := len(self.passed_over) - len(names):
                names.append(messages.count("cli.more", more))
            click.echo(messages.text("cli.passed_over", names=messages.listed(names)), err=True)


def _tell_encoding(source: str, encoding: str) -> None:
    click.echo(Messages().text("cli.encoding", source=source, encoding=encoding), err=True)


def _sizes(path: str) -> Iterator[int]:
    """Yield the sizes of the files in `path` that are read."""
    from ingest.readers.sources import MEDIA_TYPES

    files = [Path(path)] if Path(path).is_file() else Path(path).rglob("*")
    for file in files:
        if file.suffix.lower() in MEDIA_TYPES and file.is_file():
            yield file.stat().st_size


@contextmanager
def extractor(authority: Path | None, model: str | None = None) -> Iterator[Extractor]:
    """Yield what finds people and statements in articles.

    A user's own lists are in `authority`; `model` is a spaCy pipeline of theirs.
    """
    from ingest.authority import AuthorityError
    from ingest.models import ModelError
    from ingest.workers import Extractor

    try:
        with Extractor(authority=authority, model=model) as started:
            yield started
    except ModelError as error:
        raise Failed(Messages().model(error)) from error
    except (AuthorityError, ExtractionFailed) as error:
        if isinstance(error, ExtractionFailed) and error.details:
            click.echo(error.details, err=True)  # a fault of the program, to report with this
        raise Failed(str(error)) from error


def reread(original: Original) -> Reading | None:
    """Return the article of a kept original; None, said on stderr, where today's reader reads none in it."""
    from ingest import readers

    try:
        return readers.reread(original)
    except Refused as refused:
        click.echo(Messages().text("cli.kept_as_read", refusal=Messages().refused(refused)), err=True)
        return None
