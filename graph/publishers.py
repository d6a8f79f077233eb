"""Who published an article: from its address, else from the name it states, with `schema/publishers.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from urllib.parse import urlsplit

from ingest.extraction import content_id


@dataclass(frozen=True)
class Publisher:
    """A publication: its id, name, domain and owner, as far as known."""

    id: str
    name: str
    domain: str | None = None
    owner: str | None = None


@cache
def _listed() -> tuple[dict[str, Publisher], dict[str, Publisher]]:
    """Return the listed publishers by domain and by case-folded name."""
    data = tomllib.loads(resources.files("schema").joinpath("publishers.toml").read_text("utf-8"))
    by_domain, by_name = {}, {}
    for entry in data["publisher"]:
        domain = entry["domain"]
        publisher = Publisher(_domain_id(domain), entry["title"], domain, entry.get("owner"))
        by_domain[domain] = publisher
        for name in (entry["title"], *entry.get("aliases", ())):
            by_name[name.casefold()] = publisher
    return by_domain, by_name


def listed() -> set[str]:
    """Return the ids of the publishers that are listed."""
    return {publisher.id for publisher in _listed()[0].values()}


def _domain_id(domain: str) -> str:
    return content_id("publisher", "domain", domain)


def of(url: str | None, stated: str | None) -> Publisher | None:
    """Return the publisher of an article with this address and this stated publisher, None if neither says.

    A listed domain decides, subdomains included; then a listed name; then the address's host.
    """
    by_domain, by_name = _listed()
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    labels = host.split(".")
    for start in range(len(labels) - 1):
        listed = by_domain.get(".".join(labels[start:]))
        if listed:
            return listed
    name = " ".join((stated or "").split())
    if name.casefold() in by_name:
        return by_name[name.casefold()]
    if host:
        return Publisher(_domain_id(host), name or host, host)
    return Publisher(content_id("publisher", "name", name.casefold()), name) if name else None
