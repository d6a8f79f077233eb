"""A store with stories of our own making, read by hand: what the pages are tried on.

Every name in them was made up for these tests.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from graph.model import Changes
from graph.observations import add_capture, add_extraction
from graph.resolve import resolve
from graph.store import open_store
from ingest import comparison, names
from ingest.extraction import (
    Article,
    Attribution,
    Extraction,
    Institution,
    Original,
    Person,
    Reading,
    Sentence,
    Source,
    Span,
    article_id,
    attribution_id,
    institution_id,
    person_id,
    sentence_id,
)
from ingest.languages.nl import comparing, name_keys, name_rarity

SLEEP = """Waarom we slechter slapen dan we denken

Wie om drie uur 's nachts wakker ligt, is niet alleen. Slaapcoach Wieke Zandbergen uit Breda ziet \
het elke week in haar praktijk.

‘Je brein weet niet dat het bedtijd is zolang het scherm nog brandt’, zegt Zandbergen. Volgens haar \
helpt een vast ritueel meer dan een duur matras.

Ook huisarts Joost Elderman herkent dat. ‘Een vast ritme is gratis en werkt beter dan een pil’, zegt \
hij. Elderman werkt bij Gezondheidscentrum De Linde."""

KIDS = """Zo krijg je kinderen van hun scherm

Ouders zoeken naar manieren om de telefoon uit de slaapkamer te houden.

Gezinstherapeut Wieke Zandbergen uit Gouda noemt het ‘de strijd van elke avond’. ‘Een vast ritme is \
gratis en werkt beter dan een pil’, stelt ze.

Het Nationaal Slaapbureau becijferde dat vier op de tien kinderen met een telefoon naar bed gaan."""

MONEY = """Geldzorgen kosten nachtrust

Wie schulden heeft, slaapt minder. Dat merkt financieel adviseur Wieke Zandbergen uit Tilburg.

‘Een rekening die je niet openmaakt, lees je om vier uur 's nachts’, aldus Zandbergen. Ze raadt aan \
om één dag per week de post te doen."""

GARDEN = """De tuin als dokter

Tuinarchitect Wieke Zandbergen, verbonden aan Hogeschool Rivierenland, legt al twintig jaar tuinen \
aan bij ziekenhuizen.

‘Mensen herstellen sneller als ze groen zien’, vertelt ze. ‘Dat is geen poëzie maar ervaring.’"""

HOSTILE = """<script>alert('x')</script> **vet** [klik](javascript:alert(1)) $\\frac{1}{2}$ :skull: # kop

De <b>onbekende</b> Zeger O'Dun<img src=x onerror=alert(2)> kwam langs & zei iets.

‘Ik ben <i>niet</i> $x^2$ en :smile: & geen [link](https://voorbeeld.example)’, zei \
hij.</div></article>"""


def told(
    text: str,
    people: Iterable[dict[str, str]],
    said: Iterable[tuple[str, str, str]],
    organisations: Iterable[str] = (),
    **about: str | None,
) -> Extraction:
    """Return what a reading of `text` finds: each of `people` by name and by every further `also`;
    `said` holds who, what and whether directly."""
    title = text.split("\n")[0]
    id = article_id(about.get("url"), text)
    found = [_person(id, text, **person) for person in people]
    named = [_organisation(id, text, name) for name in organisations]
    by_name = {thing.name: thing for thing in (*found, *named)}
    article = Article(
        source=title, id=id, text=text, title=title, language="nl", fingerprint="by hand",
        shingles=comparison.shingles(text), **about,
    )  # fmt: skip
    statements = tuple(_statement(id, text, by_name.get(who), who, what, type) for who, what, type in said)
    return Extraction(article, tuple(found), tuple(named), statements)


def _spans(text: str, words: Iterable[str]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            if not any(span.start <= at < span.end for span in spans):
                spans.append(Span(at, at + len(word), word))
            at = text.find(word, at + 1)
    return tuple(sorted(spans))


def _person(
    article: str, text: str, name: str, also: str = "", kind: str = "expert", **stated: str
) -> Person:
    parts = names.parts(name, ("van", "de", "van der"))
    keys = name_keys.keys(name, parts)
    words = [name, *filter(None, [also])]
    fields = ("role", "role_family", "place", "honorific", "affiliation")
    return Person(
        id=person_id(article, keys[0]), name=name, name_parts=parts, name_keys=keys, kind=kind,
        introduction="role+name", mentions=_spans(text, words),
        rarity=name_rarity.rarity(parts), **{f: stated.get(f) for f in fields},
    )  # fmt: skip


def _organisation(article: str, text: str, name: str) -> Institution:
    key = names.key(name)
    return Institution(
        institution_id(article, key), name, key, "none", None, ("mention",), _spans(text, [name])
    )


def _statement(article: str, text: str, source: object, who: str, what: str, type: str) -> Attribution:
    start = text.index(what)
    span = Span(start, start + len(what), what)
    kind = {Person: "person", Institution: "institution"}.get(source.__class__, "unnamed")
    ref = getattr(source, "id", None)
    id = attribution_id(article, ref or who, [span])
    compared = comparison.compare(what, comparing)
    sentence = Sentence(
        sentence_id(id, span.start, span.end), span.start, span.end, what,
        compared.words, compared.numbers, compared.negated,
        compared.terms, compared.bits, compared.names,
    )  # fmt: skip
    return Attribution(id, Source(kind, ref, who), None, (span,), type, "by hand", False, (sentence,))


WIEKE = "Wieke Zandbergen"
JOOST = "Joost Elderman"


def stories() -> list[Extraction]:
    """Return the stories: one expert in four towns and trades, a physician, a copy, and a hostile text."""
    return [
        told(
            SLEEP,
            [
                {"name": WIEKE, "also": "Zandbergen", "role": "slaapcoach", "role_family": "psychology",
                 "place": "Breda"},
                {"name": JOOST, "also": "Elderman", "role": "huisarts", "role_family": "medicine",
                 "affiliation": "Gezondheidscentrum De Linde"},
            ],
            [
                (WIEKE, "Je brein weet niet dat het bedtijd is zolang het scherm nog brandt", "direct"),
                (WIEKE, "helpt een vast ritueel meer dan een duur matras", "indirect"),
                (JOOST, "Een vast ritme is gratis en werkt beter dan een pil", "direct"),
            ],
            ["Gezondheidscentrum De Linde"],
            url="https://ochtendpost.example/slapen", publisher="De Ochtendpost", published="2023-03-14",
            subject="health",
        ),
        told(
            KIDS,
            [{"name": WIEKE, "role": "gezinstherapeut", "role_family": "psychology", "place": "Gouda"}],
            [
                (WIEKE, "de strijd van elke avond", "mixed"),
                (WIEKE, "Een vast ritme is gratis en werkt beter dan een pil", "direct"),
                ("Nationaal Slaapbureau", "vier op de tien kinderen met een telefoon naar bed gaan",
                 "indirect"),
            ],
            ["Nationaal Slaapbureau"],
            url="https://polderblad.example/scherm", publisher="Polderblad", published="2023-09",
            subject="family",
        ),
        told(
            MONEY,
            [{"name": WIEKE, "also": "Zandbergen", "role": "financieel adviseur",
              "place": "Tilburg"}],
            [
                (WIEKE, "Een rekening die je niet openmaakt, lees je om vier uur 's nachts", "direct"),
                (WIEKE, "om één dag per week de post te doen", "indirect"),
            ],
            url="https://ochtendpost.example/geld", publisher="De Ochtendpost", published="2024-01-09",
            subject="money",
        ),
        told(
            GARDEN,
            [{"name": WIEKE, "role": "tuinarchitect",
              "affiliation": "Hogeschool Rivierenland"}],
            [
                (WIEKE, "Mensen herstellen sneller als ze groen zien", "direct"),
                (WIEKE, "Dat is geen poëzie maar ervaring.", "direct"),
            ],
            ["Hogeschool Rivierenland"],
            url="https://tuinwereld.example/dokter", publisher="Tuinwereld", published="2021",
        ),
        told(
            HOSTILE,
            [{"name": "Zeger O'Dun<img src=x onerror=alert(2)>", "role": "<b>ziener</b>",
              "place": "$x$ :fire:", "role_family": "other", "affiliation": "[klik](javascript:alert(1))"}],
            [("Zeger O'Dun<img src=x onerror=alert(2)>",
              "Ik ben <i>niet</i> $x^2$ en :smile: & geen [link](https://voorbeeld.example)", "direct")],
            url="javascript:alert(3)", publisher="<u>Blad</u> **x**", published="2024-02-30",
        ),
    ]  # fmt: skip


def fill(location: Path | str, login: tuple[str, str] | None = None) -> None:
    """Make a store of the stories, in a folder or on a Neo4j."""
    changes = Changes()
    for extraction in stories():
        original = Original(extraction.article.text.encode(), "text/plain", extraction.article.source)
        add_capture(changes, extraction.article.id, original)
        add_extraction(changes, extraction, Reading(extraction.article, original, "by hand"))
    with open_store(location, login) as store:
        store.ensure_schema()
        with store.lease("tests"):
            store.write([changes])
            resolve(store)
