"""The command `zegsman`. Each command stands in `app/commands/`, in the module of its subject."""

from __future__ import annotations

import sys

import click

from app.commands import (
    articles,
    checking,
    collecting,
    deciding,
    demo,
    dumping,
    evaluating,
    export,
    finding,
    forgetting,
    handing,
    looking,
    persons,
    queries,
    reporting,
    reviewing,
    serving,
    triaging,
)
from app.failures import foreseen


class Program(click.Group):
    """The commands, in the order of the work, with failures told in a sentence."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands in the order they were added."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was given."""
        with foreseen():
            return super().invoke(ctx)


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="zegsman")
def zegsman() -> None:
    """Make visible who is quoted as an expert in Dutch articles, as what, saying what.

    Begin with `zegsman demo`, or take in articles of your own: `zegsman ingest FOLDER`, then
    `zegsman reuse` and `zegsman dossier NAME`. Nothing leaves this machine.
    """


for _command in (
    demo.demo,
    articles.ingest,
    articles.extract,
    articles.reread,
    articles.resolve,
    looking.look,
    collecting.collections,
    persons.reuse,
    persons.dossier,
    handing.verify,
    reporting.claims,
    reporting.twins,
    reporting.institutions,
    reporting.companies,
    finding.find,
    reviewing.review,
    deciding.decide,
    checking.check,
    triaging.triage,
    forgetting.forget,
    queries.query,
    export.export,
    dumping.dump,
    dumping.restore,
    evaluating.evaluate,
    serving.serve,
    serving.app,
):
    zegsman.add_command(_command)


def main() -> None:
    """Run `zegsman` with the arguments of the process."""
    for stream in (sys.stdout, sys.stderr):
        # A name that this terminal has no letters for is no reason to stop.
        getattr(stream, "reconfigure", lambda **_: None)(errors="replace")
    zegsman(prog_name="zegsman")


if __name__ == "__main__":
    main()
