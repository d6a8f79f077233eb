"""A person as all their articles together present them: the properties of a Person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.model import Row
from graph.resolve.observed import Appearance, Article
from graph.values import most_used

# Of two kinds as frequent, the first of these counts: an expert is what readers look for.
_KINDS = ("expert", "official", "subject", "other")


def portrait(
    members: Sequence[Appearance],
    articles: Mapping[str, Article],
    stories: Mapping[str, str],
    statements: Mapping[str, int],
) -> Row:
    """Return the properties of the person of these appearances, in order of id.

    `articles` and `stories` are by article, `statements` counts what was said by appearance.
    """
    read = [articles[member.article] for member in members]
    names = most_used(member.name for member in members)
    named = next(member for member in members if member.name == names[0])
    kinds = sorted(
        most_used(member.kind for member in members),
        key=lambda kind: (-sum(m.kind == kind for m in members), _KINDS.index(kind)),
    )
    dates = sorted(article.published for article in read if article.published)
    return {
        "id": members[0].id,
        "name": names[0],
        "name_key": named.name_keys[0],
        "names": list(names),
        "kind": kinds[0],
        "kinds": kinds,
        "roles": list(most_used(member.role for member in members)),
        "role_families": list(most_used(member.role_family for member in members)),
        "places": list(most_used(member.place for member in members)),
        "affiliations": list(most_used(member.affiliation for member in members)),
        "subjects": list(most_used(article.subject for article in read)),
        "introductions": list(most_used(member.introduction for member in members)),
        "publishers": list(most_used(article.publisher for article in read)),
        "owners": list(most_used(article.owner for article in read)),
        "stories": len({stories[article.id] for article in read}),
        "articles": len({article.id for article in read}),
        "statements": sum(statements.get(member.id, 0) for member in members),
        **({"first": dates[0], "last": dates[-1]} if dates else {}),
    }
