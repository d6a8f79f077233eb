"""Values gathered from many observations, in an order that depends on nothing but them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


def most_used(values: Iterable[str | None]) -> tuple[str, ...]:
    """Return each value once, the most used first, those used alike in order of the alphabet.

    Values that differ in capitals only ("Econoom" opens a sentence) are one, in the form most used, or else
    in small letters.
    """
    forms = Counter(value for value in values if value)
    counts: Counter[str] = Counter()
    best: dict[str, str] = {}
    for form in sorted(forms, key=lambda form: (-forms[form], not form.islower(), form)):
        counts[form.casefold()] += forms[form]
        best.setdefault(form.casefold(), form)
    return tuple(best[folded] for folded in sorted(counts, key=lambda f: (-counts[f], best[f])))
