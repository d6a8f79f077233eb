"""What the pipeline's components tell one another, as extensions of a spaCy Doc.

Each component reads what earlier ones found and sets its own attribute, in this order:

| component | sets | holds |
|---|---|---|
| zegsman_parts | `doc._.parts` | list of `Part`; no two of one kind overlap |
| zegsman_quotes | `doc._.quotes` | list of `Quote`, ordered, not overlapping |
| zegsman_people | `doc._.people` | list of `Person`, ordered by first mention |
| zegsman_organisations | `doc._.institutions` | list of `Institution`, ordered by first mention |
| zegsman_coreference | `doc._.referents` | list of `Referent`, ordered: the phrases that stand for sources |
| zegsman_attribution | `doc._.attributions` | list of `Attribution`, ordered by content |

A component's input article is `doc._.article`, and what another spaCy pipeline takes for names is
`doc._.candidates`, a sequence of `Candidate`; both are set by the pipeline. The Doc's text is the article's
text, so character offsets are the article's.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from ingest.extraction import Span


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch between quotation marks (or after a dialogue dash).

    `start`, `end` are the content's, without the marks; `outer_start`, `outer_end` include the marks.
    `style` names the pair of marks (`double-curly`, `single-straight`, ...). `closed` is False where
    the closing mark is missing and the end was inferred.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    style: str
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Referent:
    """A phrase that can be the source of something said: a name, a pronoun, a role, a group, an institution.

    `kind` is `person`, `institution` or `unnamed`; `ref` the id of the Person or Institution it stands
    for, None when unnamed; `name` that one's name, or the phrase itself when unnamed. `span` is the
    whole phrase as written ("relatietherapeut Tanja Verbeek uit Dordrecht"), `form` one of `name`,
    `surname`, `given`, `pronoun`, `role`, `group`, `study`, `institution`.
    """

    kind: str
    ref: str | None
    name: str
    span: Span
    form: str


for _attribute in ("candidates", "parts", "quotes", "people", "institutions", "referents", "attributions"):
    Doc.set_extension(_attribute, default=None, force=True)
Doc.set_extension("article", default=None, force=True)
