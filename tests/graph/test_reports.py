"""What people ask of a store, on each engine."""

from __future__ import annotations

import json

import pytest
from newsroom import COPY, SAVING, SLEEP, SLEEPING, Named, Quoted, article, observations

from graph import reports
from graph.resolve import resolve
from graph.store import Store
from ingest.extraction import Extraction, to_json

BANK = article(
    "De rente daalt",
    Quoted("Lotte Zand", "econoom", "finance", affiliation="Bank Noord"),
    organisations=(Named("Bank Noord"),),
    url="https://twee.example/rente",
    publisher="Twee",
    published="2023",
)
CLINIC = article(
    "De griep komt",
    Quoted("Lotte Zand", "huisarts", "medicine", affiliation="Praktijk Zuid"),
    url="https://een.example/griep",
    publisher="Een",
)


@pytest.fixture
def news(store: Store) -> Store:
    """A store with these five articles."""
    with store.lease("a test"):
        store.write([observations(SLEEPING, COPY, SAVING, BANK, CLINIC)])
        resolve(store)
    return store


def person(store: Store, name: str) -> reports.PersonLine:
    return reports.find_person(store, name)[0]


def appearance(extraction: Extraction, number: int = 0) -> str:
    return extraction.people[number].id


def test_an_empty_store_has_nothing_to_report(store: Store) -> None:
    assert reports.totals(store) == reports.Totals(0, 0, 0, 0, 0, 0, 0, 0, 0)
    assert reports.people(store) == reports.reuse(store) == reports.articles(store) == ()
    assert reports.find_person(store, "Ilse") == reports.seen_before(store, []) == ()


def test_totals_count_stories_and_not_copies(news: Store) -> None:
    assert reports.totals(news) == reports.Totals(
        articles=5,
        stories=4,
        persons=5,
        experts=4,
        statements=8,
        claims=1,
        institutions=3,
        publishers=3,
        build=1,
    )


def test_people_are_found_by_kind_and_by_what_is_said_of_them(news: Store) -> None:
    assert [p.name for p in reports.people(news, kind="subject")] == ["Anna"]
    assert [p.name for p in reports.people(news, text="zwolle")] == ["Ilse Brandsmeer"]
    assert [p.name for p in reports.people(news, text="BRÁNDS")] == ["Ilse Brandsmeer"]
    assert [p.name for p in reports.people(news, text="budget")] == ["Ilse Brandsmeer"]
    assert reports.people(news, text="?!") == ()


def test_people_come_in_order_and_by_the_page(news: Store) -> None:
    by_stories = [p.name for p in reports.people(news)]
    assert by_stories[0] == "Ilse Brandsmeer"
    assert [p.name for p in reports.people(news, limit=2, offset=1)] == by_stories[1:3]
    names = [p.name for p in reports.people(news, order="name")]
    assert names == sorted(names)
    assert reports.people(news, order="last")[0].last == "2024-02"


def test_reuse_shows_who_is_in_several_stories_with_signals_and_namesakes(news: Store) -> None:
    first, second = reports.reuse(news)
    assert (first.person.name, first.person.stories, first.person.places) == (
        "Ilse Brandsmeer",
        2,
        ("Breda", "Zwolle"),
    )
    assert "several_towns" in [signal.type for signal in first.signals]
    assert first.namesakes == ()
    # Two people of one story each, of one name: together as much as one of two stories.
    assert (second.person.name, second.person.stories) == ("Lotte Zand", 1)
    assert [n.roles for n in (second.person, *second.namesakes)] in (
        [("econoom",), ("huisarts",)],
        [("huisarts",), ("econoom",)],
    )
    assert len(reports.reuse(news, least=3)) == 0


def test_an_id_ever_shown_leads_to_the_person_it_is_of_now(news: Store) -> None:
    ilse = person(news, "Ilse Brandsmeer")
    for extraction in (SLEEPING, COPY, SAVING):
        assert reports.find_person(news, appearance(extraction)) == (ilse,)
        assert reports.find_person(news, appearance(extraction)[:10]) == (ilse,)
        assert reports.dossier(news, appearance(extraction)).person == ilse


def test_a_person_is_found_by_part_of_a_name_and_namesakes_all(news: Store) -> None:
    assert [p.name for p in reports.find_person(news, "zand")] == ["Lotte Zand", "Lotte Zand"]
    assert reports.find_person(news, "Nobody") == ()


def test_a_dossier_shows_how_presented_where_and_what_said_where(news: Store) -> None:
    dossier = reports.dossier(news, person(news, "Ilse Brandsmeer").id)
    shown = [(a.article.publisher, a.role, a.place, a.article.published) for a in dossier.appearances]
    assert sorted(shown[:2]) == [
        ("Drie", "slaaptherapeut", "Breda", "2024-01-05"),
        ("Een", "slaaptherapeut", "Breda", "2024-01-05"),
    ]
    assert shown[2:] == [("Twee", "budgetcoach", "Zwolle", "2024-02")]
    assert {a.context for a in dossier.appearances} == {"Aan het woord is Ilse Brandsmeer."}
    said = [[s.text for s in a.statements] for a in dossier.appearances]
    assert said == [[SLEEP, "Begin er vandaag mee."]] * 2 + [["Sparen begint met een lijstje."]]
    (claim,) = dossier.claims
    assert [p.name for p in claim.persons] in (
        ["Ilse Brandsmeer", "Joop Kater"],
        ["Joop Kater", "Ilse Brandsmeer"],
    )
    assert {s.article.id for s in claim.sentences} == {
        SLEEPING.article.id,
        COPY.article.id,
        SAVING.article.id,
    }
    assert dossier.appearances[0].statements[0].claims == (claim.id,)


def test_every_span_of_a_dossier_holds(news: Store) -> None:
    texts = {one.article.id: one.article.text for one in (SLEEPING, COPY, SAVING)}
    dossier = reports.dossier(news, person(news, "Ilse Brandsmeer").id)
    for shown in dossier.appearances:
        text = texts[shown.article.id]
        assert [text[a:b] for a, b in zip(shown.starts, shown.ends, strict=True)] == [shown.name]
        for said in shown.statements:
            assert " ".join(text[a:b] for a, b in zip(said.starts, said.ends, strict=True)) == said.text
    for sentence in dossier.claims[0].sentences:
        assert texts[sentence.article.id][sentence.start : sentence.end] == sentence.text


def test_articles_are_found_by_their_words_the_latest_first(news: Store) -> None:
    assert [a.title for a in reports.articles(news)][:1] == ["Geld en rust"]
    assert {a.publisher for a in reports.articles(news, text="TELEFOON")} == {"Een", "Drie"}
    assert len(reports.articles(news, limit=2)) == 2
    assert len(reports.articles(news, limit=10, offset=4)) == 1


def test_an_article_is_shown_whole_with_its_copies(news: Store) -> None:
    view = reports.article(news, SLEEPING.article.id)
    assert view.text == SLEEPING.article.text
    assert [(shown.name, person_id) for shown, person_id in view.people] == [
        ("Ilse Brandsmeer", person(news, "Ilse Brandsmeer").id),
        ("Anna", person(news, "Anna").id),
    ]
    assert [s.text for s in view.statements] == [SLEEP, "Begin er vandaag mee.", "Ik sliep nooit."]
    (mention,) = view.mentions
    assert (mention.id, mention.match, mention.authority_name, mention.wikidata) == (
        "gz",
        "exact",
        "Gilde van Zeepmakers",
        "Q1",
    )
    assert [copy.id for copy in view.copies] == [COPY.article.id]


def test_a_near_miss_says_what_it_resembles(news: Store) -> None:
    (mention,) = reports.article(news, SAVING.article.id).mentions
    assert (mention.name, mention.match, mention.authority_name) == (
        "Zeepmakersgilde",
        "near-miss",
        "Gilde van Zeepmakers",
    )


@pytest.mark.parametrize("ask", [reports.dossier, reports.article, reports.neighbourhood])
def test_what_is_not_there_is_told_in_a_sentence(news: Store, ask: object) -> None:
    with pytest.raises(reports.NotFound, match="holds nothing by the id nowhere"):
        ask(news, "nowhere")  # type: ignore[operator]


def test_who_was_seen_before_comes_with_what_is_new(news: Store) -> None:
    (seen,) = reports.seen_before(news, [SAVING.article.id])
    assert (seen.person.name, seen.person.stories) == ("Ilse Brandsmeer", 2)
    assert (seen.new_places, seen.new_roles, seen.new_publishers) == (
        ("Zwolle",),
        ("budgetcoach",),
        ("Twee",),
    )
    assert reports.seen_before(news, [BANK.article.id]) == ()


def ends(network: reports.Network) -> set[tuple[str, str, str]]:
    names = {node.id: node.name for node in network.nodes}
    return {(names[edge.start], edge.type, names[edge.end]) for edge in network.edges}


def test_near_a_person_are_articles_claims_and_who_else_makes_them(news: Store) -> None:
    near = ends(reports.neighbourhood(news, person(news, "Ilse Brandsmeer").id))
    assert {
        ("Ilse Brandsmeer", "QUOTED_IN", "Geld en rust"),
        ("Ilse Brandsmeer", "ASSERTS", SLEEP),
        ("Joop Kater", "ASSERTS", SLEEP),
        ("Joop Kater", "QUOTED_IN", "Geld en rust"),
    } <= near


def test_near_a_namesake_are_the_other_and_the_employer(news: Store) -> None:
    near = ends(reports.neighbourhood(news, appearance(BANK)))
    assert {
        ("Lotte Zand", "NAMESAKE_OF", "Lotte Zand"),
        ("Lotte Zand", "AFFILIATED_WITH", "Bank Noord"),
        ("Lotte Zand", "QUOTED_IN", "De rente daalt"),
    } <= near


def test_near_an_article_claim_institution_and_story_is_what_belongs_to_them(news: Store) -> None:
    of_article = ends(reports.neighbourhood(news, SLEEPING.article.id))
    assert ("Gilde van Zeepmakers", "MENTIONED_IN", "Slapen kun je leren") in of_article
    claim = reports.dossier(news, appearance(SAVING, 1)).claims[0].id
    assert (SLEEP, "ASSERTS") in {(end, type) for _, type, end in ends(reports.neighbourhood(news, claim))}
    of_institution = ends(reports.neighbourhood(news, "gz"))
    assert ("Gilde van Zeepmakers", "MENTIONED_IN", "Geld en rust") in of_institution
    assert ("Slapen kun je leren", "TELLS", "Slapen kun je leren") in of_article
    story = reports.article(news, SLEEPING.article.id).line.story
    of_story = reports.neighbourhood(news, f"story:{story}")
    assert {node.label for node in of_story.nodes} == {"Story", "Article", "Person"}
    assert {edge.type for edge in of_story.edges} == {"TELLS", "QUOTED_IN"}


def test_a_line_of_a_drawing_shows_the_sentence_behind_it_where_it_stands(news: Store) -> None:
    texts = {one.article.id: one.article.text for one in (SLEEPING, COPY, SAVING, BANK, CLINIC)}
    network = reports.neighbourhood(news, person(news, "Ilse Brandsmeer").id)
    assert {edge.id for edge in network.edges} and len({edge.id for edge in network.edges}) == len(
        network.edges
    )
    for edge in network.edges:
        if edge.article is not None:
            assert texts[edge.article][edge.start_offset : edge.end_offset] == edge.sentence
    assert {edge.sentence for edge in network.edges if edge.type == "ASSERTS"} == {f"‘{SLEEP}’"}


def test_a_drawing_holds_no_more_than_asked_for(news: Store) -> None:
    network = reports.neighbourhood(news, person(news, "Ilse Brandsmeer").id, limit=4)
    assert len(network.nodes) == 4
    assert {edge.start for edge in network.edges} | {edge.end for edge in network.edges} <= {
        node.id for node in network.nodes
    }


def test_reports_are_json(news: Store) -> None:
    for report in (
        reports.totals(news),
        reports.reuse(news),
        reports.dossier(news, appearance(SAVING)),
        reports.article(news, SLEEPING.article.id),
        reports.neighbourhood(news, SLEEPING.article.id),
        reports.saved_queries(),
    ):
        json.dumps(to_json(report))


def test_pairs_in_doubt_come_with_what_speaks_for_and_against(news: Store) -> None:
    (doubt,) = reports.doubts(news)
    assert {doubt.compared.one.name, doubt.compared.other.name} == {"Lotte Zand"}
    assert doubt.stories == 2 and 0 < doubt.chance < 1 and 0 < doubt.value <= doubt.stories
    weights = {feature.name: feature.weight for feature in doubt.compared.features}
    assert weights["other_family"] < 0 < weights["rarity"]
    assert doubt.compared.score == pytest.approx(sum(weights.values()))


def test_a_dossier_says_what_keeps_a_namesake_apart(news: Store) -> None:
    one, other = reports.find_person(news, "Lotte Zand")
    found = reports.dossier(news, one.id)
    assert [pair.other for pair in found.apart] == list(found.namesakes) == [other]
    assert "other_family" in {feature.name for feature in found.apart[0].features}
