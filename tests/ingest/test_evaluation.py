from __future__ import annotations

from dataclasses import replace

import pytest
from annotated import Story, attribution, damaged, institution, measuring, person, sets, stories
from hypothesis import given
from hypothesis import strategies as st

from ingest.evaluation import matching
from ingest.evaluation.breakdown import style
from ingest.evaluation.gold import GoldSource
from ingest.evaluation.intervals import Bootstrap
from ingest.evaluation.mistakes import in_context
from ingest.evaluation.report import Document, Evaluation, Figure, evaluate
from ingest.extraction import Source, Span

some_damage = sets().flatmap(lambda documents: st.tuples(*map(damaged, documents)).map(list))


def figure(evaluation: Evaluation, name: str) -> Figure:
    return next(one for one in evaluation.measures if one.name == name)


def counted(one: Figure) -> tuple[int, int, int]:
    return one.right, one.extra, one.missed


@measuring
@given(sets())
def test_what_people_found_measured_against_itself_is_all_right(documents: list[Document]) -> None:
    evaluation = evaluate(documents)
    for one in evaluation.measures + evaluation.styles:
        assert (one.precision, one.recall, one.f1) in [(1, 1, 1), (None, None, None)]
        assert one.interval in [(1, 1), None]
    assert {one.share for one in evaluation.fields} <= {1, None}
    assert [one.claimed for one in evaluation.fields] == [0, 0, 0, 0]
    assert evaluation.missed_by_all == 0 and evaluation.mistakes == ()


@measuring
@given(some_damage, st.randoms(use_true_random=False))
def test_the_order_of_the_documents_does_not_matter(documents: list[Document], random: st.DataObject) -> None:
    shuffled = documents.copy()
    random.shuffle(shuffled)
    assert evaluate(shuffled) == evaluate(documents)


@measuring
@given(some_damage, st.data())
def test_something_found_that_is_not_there_never_raises_precision(
    documents: list[Document], data: st.DataObject
) -> None:
    before = evaluate(documents)
    place = data.draw(st.integers(0, len(documents) - 1))
    document = documents[place]
    text = document.text + "Niets aan de hand."
    nothing = Span(len(document.text), len(text), text[len(document.text) :])
    found = document.found
    worse = replace(
        found,
        people=(*found.people, person("Niemand Nergens", (nothing,))),
        institutions=(*found.institutions, institution("Nergens", (nothing,))),
        attributions=(*found.attributions, attribution(Source("person", "n", "Niemand"), nothing)),
    )
    documents = [*documents[:place], replace(document, text=text, found=worse), *documents[place + 1 :]]
    for old, new in zip(before.measures, evaluate(documents).measures, strict=True):
        assert (new.right, new.extra, new.missed) == (old.right, old.extra + 1, old.missed), new.name
        assert new.precision is not None and new.precision <= (1 if old.precision is None else old.precision)
        assert new.recall == old.recall


@measuring
@given(some_damage)
def test_finding_more_of_what_is_there_never_lowers_recall(documents: list[Document]) -> None:
    nothing = [replace(one, found=replace(one.found, attributions=())) for one in documents]
    for old, new in zip(evaluate(nothing).measures, evaluate(documents).measures, strict=True):
        assert (old.recall or 0) <= (new.recall or 0), new.name


@measuring
@given(stories().flatmap(damaged))
def test_every_attribution_is_accounted_for_once(document: Document) -> None:
    account = matching.account(document.gold, document.found)
    pairs = (account.right, account.wrong_source, account.wrong_extent)
    there = [place for one in pairs for place in one] + [*account.missed]
    given_ = [place for one in pairs for place in one.values()] + [*account.extra, *account.doubtful]
    assert sorted(there) == list(range(len(document.gold.attributions)))
    assert sorted(given_) == list(range(len(document.found.attributions)))


@measuring
@given(some_damage)
def test_the_tables_and_the_list_of_mistakes_tell_of_the_same(documents: list[Document]) -> None:
    evaluation = evaluate(documents)
    loose = figure(evaluation, "attribution_loose")
    for name in ("right", "extra", "missed"):
        assert sum(getattr(one, name) for one in evaluation.styles) == getattr(loose, name)
    assert sum(one.right for one in evaluation.rules) == loose.right
    wrong = sum(one.wrong_source + one.wrong_extent for one in evaluation.rules)
    assert sum(one.extra for one in evaluation.rules) + wrong == loose.extra
    assert evaluation.missed_by_all + wrong == loose.missed
    told = [(one.of, one.kind) for one in evaluation.mistakes]
    assert told.count(("attribution", "missed")) == evaluation.missed_by_all
    assert told.count(("attribution", "wrong_source")) == sum(one.wrong_source for one in evaluation.rules)
    for of, name in (("person", "people"), ("institution", "institutions")):
        assert told.count((of, "missed")) == figure(evaluation, name).missed
        assert told.count((of, "extra")) == figure(evaluation, name).extra
    for field in evaluation.fields:
        assert told.count(("person", f"wrong_{field.name}")) == field.given - field.right
        assert told.count(("person", f"claimed_{field.name}")) == field.claimed


@measuring
@given(some_damage)
def test_mistakes_show_what_they_are_about(documents: list[Document]) -> None:
    texts = {one.name: " ".join(one.text.split()) for one in documents}
    for mistake in evaluate(documents).mistakes:
        for part in mistake.context.strip("…").split(" […] "):
            plain = "".join(character for character in part if character not in "[]<>")
            assert plain.strip() in texts[mistake.document]


def test_what_counts_neither_way_is_neither_right_nor_wrong() -> None:
    story = Story("01").say("Dat weet niemand zeker.", "Aletta Bruinsma", optional=True)
    document = story.mention("Stichting De Duiker", optional=True).document()
    for found in (document.found, replace(document.found, attributions=(), institutions=())):
        evaluation = evaluate([replace(document, found=found)])
        for name in ("attribution_loose", "attribution_exact", "content", "named", "institutions"):
            assert counted(figure(evaluation, name)) == (0, 0, 0)
            assert figure(evaluation, name).f1 is None


def test_a_wrong_source_is_told_apart_from_a_miss() -> None:
    story = Story("01").say("Dat wordt niets.", "Aletta Bruinsma").say("Dat wordt iets.", "Bruno Dekselaar")
    document = story.document()
    first, second = document.found.attributions
    swapped = (replace(first, source=second.source, rule="guess"), second)
    evaluation = evaluate([replace(document, found=replace(document.found, attributions=swapped))])
    assert counted(figure(evaluation, "attribution_loose")) == (1, 1, 1)
    assert counted(figure(evaluation, "content")) == (2, 0, 0)
    [mistake] = evaluation.mistakes
    assert (mistake.kind, mistake.wanted, mistake.found, mistake.rule) == (
        "wrong_source", "Aletta Bruinsma", "Bruno Dekselaar", "guess",
    )  # fmt: skip
    assert mistake.context == (
        "“[<Dat wordt niets.>]” zegt Aletta Bruinsma. “Dat wordt iets.” zegt Bruno Deksela…"
    )
    assert [(one.name, one.found, one.right, one.precision) for one in evaluation.rules] == [
        ("guess", 1, 0, 0.0), ("quote", 1, 1, 1.0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "given_", "same"),
    [
        ("Aletta Bruinsma", "Bruinsma", True),
        ("Aletta Bruinsma", "mevrouw Bruinsma", True),
        ("het RIVM", "RIVM", True),
        ("Universiteit Zevenhoek", "de universiteit", True),
        ("André Dûbel", "Andre Dubel", True),
        ("Aletta Bruinsma", "Aletta Dekselaar", False),
        ("Aletta Bruinsma", "", False),
    ],
)
def test_sources_are_the_same_by_their_names(wanted: str, given_: str, same: bool) -> None:
    document = Story("01").say("Dat is zo.", "Aletta Bruinsma").document()
    [gold], [found] = document.gold.attributions, document.found.attributions
    gold = replace(gold, source=GoldSource("person", wanted))
    found = replace(found, source=Source("person", "x", given_))
    assert matching.Criterion(0.3).likeness(gold, found) == (1 if same else None)


def test_sources_without_a_name_are_the_same_and_never_one_with_a_name() -> None:
    document = Story("01").say("Dat is zo.", "Aletta Bruinsma").document()
    [gold], [found] = document.gold.attributions, document.found.attributions
    unnamed = replace(gold, source=GoldSource("unnamed", "de buren"))
    loose = matching.Criterion(0.3)
    assert loose.likeness(unnamed, replace(found, source=Source("unnamed", None, "omwonenden"))) == 1
    assert loose.likeness(unnamed, found) is None


def test_half_of_the_words_of_a_role_are_enough_and_no_less() -> None:
    document = (
        Story("01").say("Dat is zo.", "Aletta Bruinsma", role="hoogleraar klinische slaapkunde").document()
    )
    [one] = document.found.people
    for role, right in (("hoogleraar slaapkunde", 1), ("de hoogleraar", 0), (None, 0)):
        found = replace(document.found, people=(replace(one, role=role),))
        field = next(f for f in evaluate([replace(document, found=found)]).fields if f.name == "role")
        assert (field.right, field.given, field.claimed) == (right, 1, 0), role


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zij zegt: “[Kom maar.]”", "double"),
        ('"[Kom maar]", zegt zij.', "double"),
        ("''[Kom maar]'', zegt zij.", "double"),
        ("‘[Kom maar]’, zegt zij.", "single"),
        ("'[Kom maar]', zegt zij.", "single"),
        ("„[Kom maar]”, zegt zij.", "low"),
        (",,[Kom maar]'', zegt zij.", "low"),
        ("‚[Kom maar]’, zegt zij.", "low"),
        ("« [Kom maar] », zegt zij.", "guillemet"),
        ("»[Kom maar]«, zegt zij.", "guillemet"),
        ("– [Kom maar], zegt zij.", "dash"),
        ("Zij knikte.\n— [Kom maar], zegt zij.", "dash"),
        ("Zij knikte.\n[En neem koffie mee]”, zegt zij.", "double"),
        ("Wie belt zij?\n[Mijn zus.]\nEn dan?", "unmarked"),
        ("Zij was laat – [kom maar], riep zij.", "unmarked"),
    ],
)
def test_the_style_of_direct_speech_is_told_from_its_marks(text: str, expected: str) -> None:
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    assert style(plain, (start, end), "direct") == expected
    assert style(plain, (start, end), "mixed") == "mixed"


def test_long_stretches_between_marks_are_shortened_in_their_middle() -> None:
    text = "Vooraf. " * 20 + "a" * 200 + " achteraf." * 20
    shown = in_context(text, (160, 360), None)
    before, rest = shown.split("[", 1)
    middle, after = rest.rsplit("]", 1)
    assert before.startswith("…") and after.endswith("…") and len(before) <= 61 and len(after) <= 61
    assert middle.count("a") < 100 and " […] " in middle


def test_an_interval_holds_what_resamples_of_the_documents_give() -> None:
    assert Bootstrap(1).interval([(3, 4)]) == (0.75, 0.75)
    assert Bootstrap(2).interval([(1, 1), (0, 1)]) == (0.0, 1.0)
    assert Bootstrap(3).interval([(0, 0)] * 3) is None
    narrow, wide = Bootstrap(100), Bootstrap(10)
    many, few = narrow.interval([(1, 2), (2, 2)] * 50), wide.interval([(1, 2), (2, 2)] * 5)
    assert many and few and few[0] < many[0] < 0.75 < many[1] < few[1]
    # The half width of a mean of 100 numbers that deviate by 0.25: 1.96 * 0.25 / 10.
    assert many == pytest.approx((0.75 - 0.049, 0.75 + 0.049), abs=0.01)
