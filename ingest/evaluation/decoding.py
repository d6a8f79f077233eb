"""JSON values into data classes: what `ingest.extraction.to_json` makes, and gold, which has that shape."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")


class Misfit(ValueError):
    """A JSON value that does not fit; `field` says where: `people[2].mentions[0].start`."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


def decode(kind: type[T], value: Any, field: str = "") -> T:
    """Return a JSON value as a `kind`: a scalar, one of some words, a tuple, or a data class of these.

    What a data class has no field for is passed over, and a field with a default may be left out. Raises
    `Misfit` for the first value that is missing or of another type.
    """
    decoded: T = _decode(kind, value, field)
    return decoded


def _decode(kind: Any, value: Any, field: str) -> Any:
    options = get_args(kind)
    if type(None) in options:
        other = next(option for option in options if option is not type(None))
        return None if value is None else _decode(other, value, field)
    if get_origin(kind) is Literal:
        if value not in options:
            raise Misfit(field)
        return value
    if get_origin(kind) is tuple:
        if not isinstance(value, list):
            raise Misfit(field)
        return tuple(_decode(options[0], item, f"{field}[{place}]") for place, item in enumerate(value))
    if is_dataclass(kind):
        return _record(kind, value, field)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise Misfit(field)
    return value


def _record(kind: Any, value: Any, field: str) -> Any:
    if not isinstance(value, dict):
        raise Misfit(field)
    decoded = {}
    for name, (hint, required) in _fields(kind).items():
        inside = f"{field}.{name}" if field else name
        if name in value:
            decoded[name] = _decode(hint, value[name], inside)
        elif required:
            raise Misfit(inside)
    return kind(**decoded)


@cache
def _fields(kind: Any) -> dict[str, tuple[Any, bool]]:
    """Return the type of each field of a data class, and whether it has to be given."""
    hints = get_type_hints(kind)
    return {
        one.name: (hints[one.name], one.default is MISSING and one.default_factory is MISSING)
        for one in fields(kind)
    }
