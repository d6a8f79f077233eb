"""What Dutch writes with an apostrophe, and what follows a line of dialogue."""

from __future__ import annotations

import re

from ingest.languages.nl.reporting import quotation_forms, words

ABBREVIATIONS = words("abbreviations")

# Words and years that begin with an apostrophe, and so open no quotation: 's avonds, 't is, zo'n, '68.
APOSTROPHE_WORD = re.compile(
    r"['’‘‛](?:(?:s|t|n|k|m|r|ns|ie|tis|twas)\b(?!['’])|\d\d\b(?!['’]))", re.IGNORECASE
)

# The reporting clause after a line of dialogue: "..., zei ze", "...? vroeg hij". Group 1 is where it begins.
REPORTING_TAIL = re.compile(
    rf"(?<=[,.!?…])( ?)\s(?:zo )?(?:{'|'.join(map(re.escape, sorted(quotation_forms())))})\s"
)
