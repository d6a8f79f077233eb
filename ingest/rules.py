"""Rules that name themselves: each has a name, a description, an example and a counter-example.

The examples are run by the tests: in the example the rule must find exactly the content that stands
between square brackets, in the counter-example it must find nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ingest.passage import Finding, Passage

Find = Callable[[Passage], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A way in which a language attributes something to somebody."""

    name: str
    find: Find
    example: str
    counter_example: str

    @property
    def description(self) -> str:
        """What the rule is about, in a sentence."""
        return (self.find.__doc__ or "").strip()


class RuleBook:
    """The rules of a language, in the order in which they are heard: where two overlap, the first wins."""

    def __init__(self) -> None:
        self._rules: dict[str, Rule] = {}

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._rules.values())

    def rule(self, *, example: str, counter_example: str) -> Callable[[Find], Find]:
        """Add the decorated function as a rule of its own name, with hyphens for underscores."""

        def add(find: Find) -> Find:
            name = find.__name__.replace("_", "-")
            if not find.__doc__ or name in self._rules:
                raise ValueError(f"rule {name} needs a description and a name of its own")
            self._rules[name] = Rule(name, find, example, counter_example)
            return find

        return add
