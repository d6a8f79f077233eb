"""Names of people, with what a statistical model takes for one: `with_candidates`.

Where the project's own rules see a name, theirs is its extent; a model makes it surer. What they rule out (a
town, a word that opens a sentence, what a street is named after) a model does not bring back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import ModuleType

from ingest.models import PERSON, Candidate
from ingest.naming import Name
from ingest.tokens import Tokens


def with_candidates(
    named: Sequence[Name], candidates: Sequence[Candidate], tokens: Tokens, language: ModuleType
) -> list[Name]:
    """Return `named`, likely where `candidates` confirm them, and the candidates that nothing speaks against.

    `named` holds, with `sure` 0, also what the language's rules saw and ruled out. In order.
    """
    found = list(named)
    for candidate in candidates:
        if candidate.kind != PERSON or "\n" in tokens.text[candidate.start : candidate.end]:
            continue
        first, stop = tokens.at(candidate.start), tokens.at(candidate.end)
        meeting = [i for i, name in enumerate(found) if name.first < stop and first < name.stop]
        for i in meeting:
            if found[i].sure:
                sure = max(found[i].sure, language.LIKELY)
                found[i] = replace(found[i], sure=sure, modelled=True)
        if not meeting and (name := language.candidate(tokens, first, stop)):
            found.append(name)
            found.sort(key=lambda name: name.first)
    return found
