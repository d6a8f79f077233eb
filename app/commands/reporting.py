"""Reports on what is reused: `claims`, `twins`, `institutions` and `companies`."""

from __future__ import annotations

from contextlib import closing
from dataclasses import fields

import click

from app.filters import KINDS, filter_options
from app.options import format_options, left_out, limit_option, one_format, open_store, store_option, within
from app.terminal import show, show_csv, show_json
from graph.lines import Filters, Institutions


@click.command(short_help="Show which sentences stand in several stories.")
@store_option
@format_options
@filter_options()
@limit_option
def claims(location: str | None, as_json: bool, as_csv: bool, limit: int, filters: Filters) -> None:
    """Show sentences that say the same in several stories: by different people first, then by one.

    Each stands as its article has it, with who says it there. A filter asks for claims of which one sentence
    meets it, and shows all of them.
    """
    one_format(as_json, as_csv)
    from app import claim_report
    from graph import reports

    with closing(open_store(location)) as store:
        found = within(reports.claims(store, filters, limit + 1), limit)
    if as_json:
        show_json(found)
    elif as_csv:
        show_csv(claim_report.COLUMNS, claim_report.rows(found))
    else:
        show(*claim_report.claims(found))


@click.command(short_help="Show stories made from one template, with what was swapped.")
@store_option
@format_options
@filter_options()
@limit_option
def twins(location: str | None, as_json: bool, as_csv: bool, limit: int, filters: Filters) -> None:
    """Show pairs of stories made from one template, with what was swapped side by side.

    A filter asks for pairs of which one article meets it.
    """
    one_format(as_json, as_csv)
    from app import twin_report
    from graph import reports

    with closing(open_store(location)) as store:
        found = within(reports.twins(store, filters, limit + 1), limit)
    if as_json:
        show_json(found)
    elif as_csv:
        show_csv(twin_report.COLUMNS, twin_report.rows(found))
    else:
        show(*twin_report.twins(found))


@click.command(short_help="Show what organisations are cited for, and which are misnamed.")
@store_option
@format_options
@filter_options()
@limit_option
def institutions(location: str | None, as_json: bool, as_csv: bool, limit: int, filters: Filters) -> None:
    """Show organisations as articles appeal to them: misnamed ones, and what each is cited for.

    Studies for which an article gives no address and no reference are shown too, and references that stand in
    the lists of several stories. A filter asks for what an article has
    that meets it; --limit holds for each list.
    """
    one_format(as_json, as_csv)
    from app import institution_report
    from graph import reports

    with closing(open_store(location)) as store:
        found = reports.institutions(store, filters, limit + 1)
    if any(len(getattr(found, one.name)) > limit for one in fields(found)):
        left_out(limit)
    found = Institutions(*(getattr(found, one.name)[:limit] for one in fields(found)))
    if as_json:
        show_json(found)
    elif as_csv:
        show_csv(institution_report.COLUMNS, institution_report.rows(found))
    else:
        show(*institution_report.institutions(found))


@click.command(short_help="Show beside which companies the same experts appear.")
@store_option
@format_options
@filter_options(kind=False)
@click.option(
    "--kind", type=click.Choice([*KINDS, "any"]), default="expert", show_default=True, help="Whom to show."
)
@limit_option
def companies(
    location: str | None, as_json: bool, as_csv: bool, kind: str, limit: int, filters: Filters
) -> None:
    """Show companies that articles promote, link to or give as an employer, and the experts beside them.

    Several people who speak for one company, or somebody who stands beside one in several stories. A filter
    asks for companies of which one article meets it.
    """
    one_format(as_json, as_csv)
    from app import company_report
    from graph import reports

    with closing(open_store(location)) as store:
        found = reports.companies(store, filters, None if kind == "any" else kind, limit + 1)
    found = within(found, limit)
    if as_json:
        show_json(found)
    elif as_csv:
        show_csv(company_report.COLUMNS, company_report.rows(found))
    else:
        show(*company_report.companies(found))
