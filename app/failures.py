"""How a command ends that could not do what was asked: one sentence on stderr, and an exit status.

0 means that everything was done, 1 that some inputs were refused, 2 that nothing could be done.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

import click

from app.messages import Messages
from graph.errors import StoreError

SOME_REFUSED = 1
NOTHING_DONE = 2
INTERRUPTED = 130  # 128 and the number of the signal, as shells have it


class Failed(click.ClickException):
    """A command that could not do what was asked; `message` says why, and what to do about it."""

    exit_code = NOTHING_DONE

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the sentence and nothing else."""
        click.echo(self.message, file=file, err=file is None)


class Stopped(Failed):
    """A command that was stopped with Ctrl-C."""

    exit_code = INTERRUPTED


def fail(key: str, **params: object) -> Failed:
    """Return the failure that the message `cli.KEY` describes."""
    return Failed(Messages().text(f"cli.{key}", **params))


@contextmanager
def foreseen() -> Iterator[None]:
    """End what runs inside with a sentence, when what goes wrong was foreseen or Ctrl-C was pressed."""
    try:
        yield
    except StoreError as error:
        raise Failed(Messages().error(error)) from error
    except (KeyboardInterrupt, click.Abort) as error:
        raise Stopped(Messages().text("cli.stopped")) from error
