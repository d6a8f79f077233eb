"""The word lists of `lexicon/` that the rules look words up in, each read once. All are in lower case."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

from ingest.languages.nl import reporting


def _table(name: str) -> dict[str, frozenset[str]]:
    text = resources.files(__package__).joinpath("lexicon", f"{name}.toml").read_text(encoding="utf-8")
    return {key: frozenset(words) for key, words in tomllib.loads(text).items()}


_sources = _table("sources")
DOCUMENTS = _sources["documents"]
STUDIES = _sources["studies"]
SAYINGS = _sources["sayings"]
NOT_AFTER_VOLGENS = _sources["not_after_volgens"]
STATES = _sources["states"]
NEVER = _sources["never"]
FIRMS = tuple(_sources["firms"])
NO_MANNER = _sources["no_manner"]
RELATIONS = _sources["relations"]
MEDIA = _sources["media"]
BODIES = tuple(_sources["bodies"])
QUANTIFIERS = _sources["quantifiers"]
COLLECTIVES = _sources["collectives"]
TIMES = _sources["times"]
HEARING = _sources["hearing"]
GETTING = _sources["getting"]
ESTIMATED = _sources["estimated"]
APPEARING = _sources["appearing"]
STANDING = _sources["standing"]
COMING = _sources["coming"]
DENYING = _sources["denying"]

_function_words = _table("function_words")
COMPLEMENTISERS = _function_words["complementisers"]
SUBORDINATORS = _function_words["subordinators"]
PREPOSITIONS = _function_words["prepositions"]
CONJUNCTIONS = _function_words["conjunctions"]
AUXILIARIES = _function_words["auxiliaries"]
PASSIVES = _function_words["passives"]
MODALS = _function_words["modals"]
RELATIVES = _function_words["relatives"]
DETERMINERS = _function_words["determiners"]
FOCUS = _function_words["focus"]
SUBJECT_PRONOUNS = _function_words["subject_pronouns"]

ADVERBS = reporting.words("adverbs")
ABBREVIATIONS = reporting.words("abbreviations")
NEGATIONS = reporting.words("negations")
VERBS = reporting.verbs()
# Finite verb forms that are known, reporting or not.
FINITE = reporting.words("finite_verbs") | {
    form for form, found in VERBS.items() if any(verb.form == "finite" for verb in found)
}

# Particles of separable reporting verbs.
PARTICLES = frozenset(
    verb.particle[0] for found in VERBS.values() for verb in found if len(verb.particle) == 1
)

# Forms in -en that can be an infinitive as well as a plural; past plurals and auxiliaries cannot.
MAYBE_INFINITIVE = frozenset(
    form
    for form in FINITE - AUXILIARIES - MODALS
    if form.endswith("en") and form not in reporting.past_plurals()
)

TERMINAL = frozenset(".!?…")
STOPS = frozenset(".;:?!…")
PUNCTUATION = STOPS | frozenset(",()[]–—\"'“”„‘’«»/")
DASHES = frozenset("-–—")
MARKERS = frozenset(["volgens", "aldus", "dixit"])
# What is heard, after a quotation; whoever says it follows after a preposition, or spoke before.
HEARD = (
    ("klinkt", "het"),
    ("klonk", "het"),
    ("luidt", "het"),
    ("luidde", "het"),
    ("is", "te", "horen"),
    ("valt", "te", "horen"),
    ("was", "te", "horen"),
)


# What ends a compound must be long enough not to be there by chance: no "omgang" by "gang".
_COMPOUNDED = tuple(word for word in COLLECTIVES if len(word) >= 7)


def is_source_noun(word: str) -> bool:
    """Whether a noun in lower case is a document or a body that says things."""
    return word in DOCUMENTS or is_collective(word)


@functools.lru_cache(maxsize=20_000)
def is_collective(word: str) -> bool:
    """Whether a noun in lower case is a body that says things, or a compound of one: "adviescommissie"."""
    return word in COLLECTIVES or word.endswith(_COMPOUNDED)


# Words no noun phrase begins with, and words with which none goes on.
NO_PHRASE_OPENS_WITH = (
    NEVER | PUNCTUATION | PREPOSITIONS | CONJUNCTIONS | ADVERBS | SUBORDINATORS | (FINITE - DETERMINERS)
)
NO_NOUN = FINITE | ADVERBS | PREPOSITIONS | NEVER | COMPLEMENTISERS | DETERMINERS
# What follows a source at the end of a sentence without making it a clause of its own.
MAY_FOLLOW_SOURCE = PUNCTUATION | PREPOSITIONS | CONJUNCTIONS | ADVERBS
# Words that may open a clause before its subject: "Maar ook Kolthof zegt".
BEFORE_SUBJECT = CONJUNCTIONS | FOCUS
# A lower-case word after a quotation that is none of these may be a verb that no list has.
NO_VERB = PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | COMPLEMENTISERS | NEVER | ADVERBS | AUXILIARIES
NO_ELIDED_SUBJECT = NEVER | ADVERBS | COMPLEMENTISERS
