"""The words that Dutch leaves out when sentences are compared, and those that deny."""

from __future__ import annotations

from ingest.languages.nl.reporting import words

STOP_WORDS = words("stop_words")
NEGATIONS = words("negations")
