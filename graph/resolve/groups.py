"""Groups of things that belong together: connected components, the same in whatever order links come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


class Groups:
    """Ids in groups; each group goes by its smallest id."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._parents = {id: id for id in ids}

    def of(self, id: str) -> str:
        """Return the smallest id of the group of `id`."""
        root = id
        while self._parents[root] != root:
            root = self._parents[root]
        while self._parents[id] != root:
            self._parents[id], id = root, self._parents[id]
        return root

    def join(self, one: str, other: str) -> None:
        """Make one group of the groups of two ids."""
        first, second = sorted((self.of(one), self.of(other)))
        self._parents[second] = first

    def all(self) -> dict[str, list[str]]:
        """Return the groups, each sorted, by their smallest id."""
        groups: dict[str, list[str]] = {}
        for id in sorted(self._parents):
            groups.setdefault(self.of(id), []).append(id)
        return groups


def pairs(ids: list[str]) -> Iterator[tuple[str, str]]:
    """Yield every two of `ids`, in their order."""
    for i, one in enumerate(ids):
        for other in ids[i + 1 :]:
            yield one, other
