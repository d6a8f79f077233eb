"""How well reading does: `evaluate`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.failures import NOTHING_DONE, SOME_REFUSED
from app.gold import Material
from app.messages import Messages
from app.options import authority_option, nlp_option
from app.reading import extractor
from app.terminal import progress, show, show_json, show_table, shown

if TYPE_CHECKING:
    from ingest.evaluation.mistakes import Mistake
    from ingest.evaluation.report import Evaluation, Figure, Interval

_FIGURES = ("right", "extra", "missed", "precision", "recall", "f1", "interval")
_RULES = ("found", "right", "wrong_source", "wrong_extent", "extra", "doubtful", "precision")

folder = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command(short_help="Measure what is found against what people found.")
@click.argument("gold_dir", type=folder)
@click.argument("predictions", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--texts", metavar="DIR", type=folder, help="Where the texts are, if not beside the gold.")
@authority_option
@nlp_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option(
    "--errors", "with_mistakes", is_flag=True, help="List each mistake in the words around it, too."
)
@click.pass_context
def evaluate(
    ctx: click.Context, gold_dir: Path, predictions: Path | None, texts: Path | None,
    authority: Path | None, model: str | None, as_json: bool, with_mistakes: bool,
) -> None:  # fmt: skip
    """Measure what is found in texts against GOLD_DIR, what people found in them.

    GOLD_DIR has a file NN.json for each text NN.txt; ingest/evaluation/gold.py describes it. PREDICTIONS is
    what `zegsman extract` wrote; without it, the texts are read now. What cannot be measured is named and
    the rest goes on: the exit status is 0 if all was measured, 1 if some was not, 2 if nothing was.
    """
    from ingest.evaluation.report import evaluate as measure

    material = Material(gold_dir, texts or gold_dir)
    if predictions is None:
        with extractor(authority, model) as finder, progress(Messages().text("cli.reading"), None):
            found = list(finder.extract(material.articles.values()))
        documents = material.with_found(dict(zip(material.articles, found, strict=True)))
    else:
        documents = material.with_found(material.predicted(predictions), predictions)
    if not documents:
        ctx.exit(NOTHING_DONE)
    evaluation = measure(documents)
    if as_json:
        show_json(evaluation if with_mistakes else replace(evaluation, mistakes=()))
    else:
        _show(evaluation)
        if with_mistakes:
            _show_mistakes(evaluation.mistakes)
    ctx.exit(SOME_REFUSED if material.refused else 0)


def _show(evaluation: Evaluation) -> None:
    from rich.text import Text

    messages = Messages()
    say = messages.text
    documents = messages.count("evaluation.documents", len(evaluation.documents))
    resamples = messages.number(evaluation.resamples)
    show(Text(say("evaluation.heading", documents=documents, resamples=resamples)))
    click.echo()
    _table("measure", _FIGURES, [_figure("measures", one) for one in evaluation.measures])
    click.echo()
    fields = [
        [messages.code("measures", one.name), one.right, one.given, _ratio(one.share),
         _interval(one.interval), one.claimed]
        for one in evaluation.fields
    ]  # fmt: skip
    _table("field", ("right", "given", "share", "interval", "claimed"), fields)
    click.echo()
    _table("style", _FIGURES, [_figure("quotation_styles", one) for one in evaluation.styles])
    click.echo()
    rules = [
        [one.name, one.found, one.right, one.wrong_source, one.wrong_extent, one.extra, one.doubtful,
         _ratio(one.precision)]
        for one in evaluation.rules
    ]  # fmt: skip
    _table("rule", _RULES, rules)
    click.echo(messages.count("evaluation.missed_by_all", evaluation.missed_by_all))


def _show_mistakes(mistakes: Sequence[Mistake]) -> None:
    messages = Messages()
    say = messages.text
    click.echo()
    if not mistakes:
        click.echo(say("evaluation.no_mistakes"))
        return
    numbers = Counter(_kind(one) for one in mistakes)
    _table("mistake", ("times",), [[kind, number] for kind, number in numbers.most_common()])
    click.echo()
    click.echo(say("evaluation.mistakes_title"))
    for one in mistakes:
        told = [f"{one.document}:{one.start}", _kind(one)]
        if one.rule:
            told.append(say("evaluation.by_rule", rule=one.rule))
        click.echo()
        click.echo(shown(f"{', '.join(told)}: {_instead(one)}"))
        click.echo(shown(f"  {one.context}"))


def _kind(mistake: Mistake) -> str:
    messages = Messages()
    return f"{messages.code('mistakes', mistake.of)} {messages.code('mistakes', mistake.kind)}"


def _instead(mistake: Mistake) -> str:
    say = Messages().text
    nothing = say("evaluation.nothing")
    wanted, found = mistake.wanted or nothing, mistake.found or nothing
    if mistake.kind == "missed":
        return wanted
    if mistake.kind == "extra":
        return found
    return say("evaluation.instead", wanted=wanted, found=found)


def _table(subject: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    say = Messages().text
    show_table([say(f"evaluation.{name}") for name in (subject, *columns)], rows)


def _figure(words: str, figure: Figure) -> list[object]:
    ratios = [_ratio(figure.precision), _ratio(figure.recall), _ratio(figure.f1)]
    name = Messages().code(words, figure.name)
    return [name, figure.right, figure.extra, figure.missed, *ratios, _interval(figure.interval)]


def _ratio(ratio: float | None) -> str:
    messages = Messages()
    return messages.text("evaluation.nothing") if ratio is None else messages.decimal(ratio)


def _interval(interval: Interval | None) -> str:
    say = Messages().text
    if interval is None:
        return say("evaluation.nothing")
    return say("evaluation.between", low=_ratio(interval[0]), high=_ratio(interval[1]))
