"""Where a person can be looked up, in words and pages to open."""

from __future__ import annotations

from app.messages import Messages
from graph.lines import PersonLine
from graph.registers import Register


def addresses(register: Register, person: PersonLine) -> tuple[str, ...]:
    """Return the pages of a register to open for a person."""
    return register.addresses(
        name=person.name,
        surname=person.name.split()[-1],
        employer=next(iter(person.affiliations), None),
        role=next(iter(person.roles), None),
        place=next(iter(person.places), None),
        text=person.name,
    )


def standing(messages: Messages, register: Register) -> str:
    """Return what the law and the register say: "title protected by law (BE), register complete".

    Of a place that is for anybody there is nothing of the kind to say.
    """
    words = [messages.text("check.protected", country=register.country)] if register.protected else []
    if register.roles:
        words.append(messages.text("check.complete" if register.complete else "check.voluntary"))
    return ", ".join(words)


def called(messages: Messages, register: str) -> str:
    """Return the name of a register or other place in words."""
    return messages.code("registers", register)
