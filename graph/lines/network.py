"""A drawing of what is near a thing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    """A node of a drawing: `label` is its type, `name` what stands under it, `detail` a line more.

    The `id` of a Story, which is that of an article too, begins with `story:`.
    """

    id: str
    label: str
    name: str
    detail: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A relationship of a drawing, from node `start` to node `end`, with the sentence behind it.

    `sentence` stands at `start_offset` to `end_offset` of `article`; all four are None where no single
    sentence is behind it.
    """

    id: str
    type: str
    start: str
    end: str
    article: str | None
    start_offset: int | None
    end_offset: int | None
    sentence: str | None


@dataclass(frozen=True, slots=True)
class Network:
    """A node and what is near it."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
