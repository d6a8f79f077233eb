"""Claims, twins, organisations and companies that come back, on each engine."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsroom import COPY, GUILD, SAVING, SLEEP, SLEEPING, Named, Quoted, article, copied, observations

from graph import reports
from graph.lines import Filters, Swap
from graph.resolve import resolve
from graph.store import Store
from ingest.extraction import Extraction, Link, Promotion, Reference, Source, Span


def load(store: Store, *extractions: Extraction) -> None:
    with store.lease("a test"):
        store.write([observations(*extractions)])
        resolve(store)


def own_words(n: int) -> str:
    """A text that shares no words with another: what makes a story one of its own."""
    return " ".join(f"woord{n}v{m}" for m in range(40)) + "."


# --- claims ---


def test_an_empty_store_reuses_nothing(store: Store) -> None:
    assert reports.claims(store) == reports.twins(store) == reports.companies(store) == ()
    assert reports.institutions(store) == reports.Institutions((), (), (), ())


def test_a_claim_shows_each_sentence_with_who_says_it_as_what_and_where(store: Store) -> None:
    load(store, SLEEPING, COPY, SAVING)
    (claim,) = reports.claims(store)
    said = [
        (s.source_name, s.role, s.text, s.article.publisher, s.article.published) for s in claim.sentences
    ]
    assert sorted(said) == [
        ("Ilse Brandsmeer", "slaaptherapeut", SLEEP, "Drie", "2024-01-05"),
        ("Ilse Brandsmeer", "slaaptherapeut", SLEEP, "Een", "2024-01-05"),
        ("Joop Kater", "coach", SLEEP, "Twee", "2024-02"),
    ]
    assert (claim.stories, claim.mouths) == (2, 2)


def test_what_only_copies_of_one_story_say_is_not_said_again(store: Store) -> None:
    load(store, SLEEPING, COPY)
    assert reports.claims(store) == ()


def test_claims_of_people_under_several_owners_come_before_those_under_one(store: Store) -> None:
    def said(sentence: str, *names: str, publisher: str) -> list[Extraction]:
        return [
            article(
                f"Wat {name} zegt",
                Quoted(name, "coach", "psychology", says=(sentence,)),
                body=own_words(len(name)),
                url=f"https://{publisher}{n if publisher == 'blad' else ''}.example/{len(name)}",
                publisher=f"{publisher} {n if publisher == 'blad' else ''}",
            )
            for n, name in enumerate(names)
        ]

    one = said(SAVES, "Aaf Bakboord", "Ben Stuurboord", publisher="krant")
    several = said(SLEEP, "Cor Voorsteven", "Dirkje Achtersteven", publisher="blad")
    load(store, *one, *several)
    first, second = reports.claims(store)
    assert (first.text, first.owners) == (SLEEP, 2)
    assert (second.text, second.owners) == (SAVES, 1)


SAVES = "Wie elke vrijdag zijn bonnen naast elkaar legt, houdt veertig euro over."


def test_claims_in_several_mouths_come_before_those_of_one(store: Store) -> None:
    ones = [
        article(
            f"Bonnen {n}",
            Quoted("Aaf Bakboord", "budgetcoach", "finance", says=(SAVES,)),
            body=own_words(n),
            url=f"https://zes.example/{n}",
        )
        for n in range(3)
    ]
    load(store, SLEEPING, SAVING, *ones)
    first, second = reports.claims(store)
    assert (first.mouths, first.stories) == (2, 2)
    assert (second.mouths, second.stories) == (1, 3)
    assert reports.claims(store, limit=1) == (first,)


# --- twins ---

ROOM = (
    "De een wilde tegels, de ander wilde hout, en geen van beiden wilde toegeven dat het duur werd. Pas toen "
    "de aannemer met vakantie ging, kwam er rust in huis en aten ze weer samen aan een plank op bokken. "
    "Achteraf was dat de mooiste week van het hele jaar, zeggen ze nu, en de plank hangt boven de deur."
)


def renovated(url: str, expert: str, owner: str, town: str, days: str) -> Extraction:
    """A story about a renovation, as a template has it."""
    return article(
        "Verbouwen zonder ruzie",
        Quoted(expert, "relatietherapeut", "psychology", town, says=("Spreek vooraf een bedrag af.",)),
        Quoted(owner, kind="subject", says=("We spraken elkaar dagen niet.",)),
        body=f"{owner} leefde {days} dagen tussen de dozen in {town}. {ROOM}",
        url=url,
    )


ONE = renovated("https://een.example/keuken", "Teuntje Rombouwer", "Fenna Kiel", "Ommen", "46")
OTHER = renovated("https://twee.example/badkamer", "Gijsje Halfweeg", "Doutzen Spant", "Hulst", "17")


def test_twins_stand_side_by_side_with_what_was_swapped(store: Store) -> None:
    load(store, ONE, copied(ONE, "https://drie.example/keuken", "Drie"), OTHER)
    (twin,) = reports.twins(store)
    stories = {twin.one.articles: twin.one, twin.other.articles: twin.other}
    assert sorted(len(articles) for articles in stories) == [1, 2]
    swapped = {frozenset((swap.what, swap.one, swap.other)) for swap in twin.swapped}
    assert swapped == {
        frozenset(("expert", "Teuntje Rombouwer", "Gijsje Halfweeg")),
        frozenset(("subject", "Fenna Kiel", "Doutzen Spant")),
        frozenset(("place", "Ommen", "Hulst")),
        frozenset(("number", "46", "17")),
    }
    assert [swap.what for swap in twin.swapped] == ["expert", "place", "subject", "number"]
    assert isinstance(twin.swapped[0], Swap)


def test_twins_are_shown_if_one_article_was_asked_for(store: Store) -> None:
    load(store, ONE, OTHER)
    assert len(reports.twins(store, Filters(publisher="een.example"))) == 1
    assert reports.twins(store, Filters(start="2024")) == ()


# --- organisations ---


WASHING = article(
    "Wassen met zeep",
    Quoted("Joop Kater", "coach", "psychology", says=("Schuim is lucht.",)),
    organisations=(Named("GvZ", "alias", GUILD),),
    publisher="Zeven",
)


def credited(extraction: Extraction) -> Extraction:
    """The article with its first statement put into the mouth of its first organisation."""
    first, *others = extraction.attributions
    organisation = extraction.institutions[0]
    source = Source("institution", organisation.id, organisation.name)
    return replace(extraction, attributions=(replace(first, source=source), *others))


def test_an_organisation_is_shown_with_what_it_is_credited_with(store: Store) -> None:
    load(store, credited(SLEEPING), COPY, credited(WASHING))
    (guild,) = reports.institutions(store).cited
    assert (guild.name, guild.known, guild.stories, guild.articles) == ("Gilde van Zeepmakers", True, 2, 2)
    assert {(credit.written, credit.text, credit.article.publisher) for credit in guild.credits} == {
        ("Gilde van Zeepmakers", SLEEP, "Een"),
        ("GvZ", "Schuim is lucht.", "Zeven"),
    }


def test_a_misnamed_organisation_is_shown_with_what_it_resembles_and_not_as_that(store: Store) -> None:
    load(store, SLEEPING, credited(SAVING))
    found = reports.institutions(store)
    (misnamed,) = found.misnamed
    assert (misnamed.name, misnamed.resembles, misnamed.ror) == ("Zeepmakersgilde", GUILD.name, GUILD.ror)
    assert [one.title for one in misnamed.articles] == ["Geld en rust"]
    assert [credit.text for credit in misnamed.credits] == ["Sparen begint met een lijstje."]
    assert found.cited == ()


def studied(extraction: Extraction, **given: object) -> Extraction:
    """The article with what its organisation is credited with put down to a study of that."""
    first, *others = credited(extraction).attributions
    study = Span(0, len("Slapen"), "Slapen")
    return replace(
        extraction,
        attributions=(replace(first, study=study), *others),
        article=replace(extraction.article, **given),  # type: ignore[arg-type]
    )


def link(extraction: Extraction, word: str) -> Link:
    return Link(word, extraction.article.text.index(word), "https://elders.example/onderzoek", "present")


def test_a_study_without_an_address_or_a_reference_is_one_that_nobody_can_find(store: Store) -> None:
    load(store, studied(SLEEPING), credited(WASHING), SAVING)
    (study,) = reports.institutions(store).studies
    assert (study.name, study.match, study.resembles, study.stories) == (
        "Gilde van Zeepmakers",
        "exact",
        None,
        1,
    )
    assert [credit.text for credit in study.credits] == [SLEEP]
    assert reports.institutions(store, Filters(publisher="Twee")).studies == ()


def test_a_link_in_the_sentence_or_an_entry_that_names_whose_it_is_lets_a_study_be_found(
    store: Store,
) -> None:
    cited = Reference("Gilde van Zeepmakers (2019). Slapen en schuim.", None, None, "2019", None)
    load(
        store,
        studied(SLEEPING, links=(link(SLEEPING, "elke avond"),)),
        studied(WASHING, references=(cited,)),
    )
    assert reports.institutions(store).studies == ()


def test_a_link_elsewhere_or_another_entry_does_not(store: Store) -> None:
    other = Reference("Zandloper, Q. (2016). Het trage bed.", None, None, "2016", None)
    load(store, studied(SLEEPING, links=(link(SLEEPING, "een telefoon"),), references=(other,)))
    assert len(reports.institutions(store).studies) == 1


def test_studies_of_organisations_on_no_list_come_first(store: Store) -> None:
    unknown = article(
        "De deken",
        Quoted("Joop Kater", "coach", "psychology", says=("Zwaar slaapt zacht.",)),
        organisations=(Named("Universiteit Kennemerland"),),
        url="https://acht.example/deken",
    )
    load(store, studied(SLEEPING), studied(SAVING), studied(unknown))
    found = reports.institutions(store).studies
    assert [(one.name, one.match, one.resembles) for one in found] == [
        ("Universiteit Kennemerland", "none", None),
        ("Zeepmakersgilde", "near-miss", GUILD.name),
        ("Gilde van Zeepmakers", "exact", None),
    ]


def listing(extraction: Extraction, *texts: str) -> Extraction:
    """The article with these entries in its list of references."""
    entries = tuple(Reference(text, "Zandloper, Q", "Het trage bed", "2016", None) for text in texts)
    return replace(extraction, article=replace(extraction.article, references=entries))


def test_a_reference_is_shown_if_several_stories_list_it(store: Store) -> None:
    load(store, listing(SLEEPING, "Q", "R"), listing(COPY, "R"), listing(SAVING, "Q"))
    (reference,) = reports.institutions(store).references
    assert (reference.text, reference.author, reference.stories) == ("Q", "Zandloper, Q", 2)
    assert [one.title for one in reference.articles] == ["Slapen kun je leren", "Geld en rust"]
    assert reports.institutions(store, Filters(publisher="Drie")).references == ()


# --- companies ---


def beside(n: int, *people: Quoted, link: str | None = None, shop: str | None = None) -> Extraction:
    """The story `n`, with a link to a site, or a shop that it promotes."""
    this = article(
        f"Verhaal {n}",
        *people,
        organisations=(Named(shop),) if shop else (),
        body=own_words(n),
        url=f"https://blad{n}.example/verhaal",
        publisher=f"Blad {n}",
    )
    links = (Link("hier", 0, link, "present"),) if link else ()
    promoted = tuple(
        replace(
            one, used_as=("mention", "promoted"), promotion=(Promotion("shop", 0, 4, this.article.text[:4]),)
        )
        if one.name == shop
        else one
        for one in this.institutions
    )
    return replace(this, article=replace(this.article, links=links), institutions=promoted)


MIEP = Quoted("Miep Dekker", "slaapcoach", "psychology")
KARST = Quoted("Karst Venlo", "slaapcoach", "psychology")


def companies(
    store: Store, **asked: str | None
) -> list[tuple[str, tuple[str, ...], int, list[tuple[str, int]]]]:
    found = reports.companies(store, **asked)  # type: ignore[arg-type]
    return [
        (one.name, one.how, one.stories, [(other.person.name, other.stories) for other in one.people])
        for one in found
    ]


def test_a_shop_that_articles_promote_and_link_to_is_one_company(store: Store) -> None:
    load(
        store,
        beside(1, MIEP, link="https://dommel-huis.example/dekens", shop="Dommel Huis"),
        beside(2, MIEP, shop="Dommel Huis"),
        beside(3, KARST, link="https://dommel-huis.example"),
    )
    assert companies(store) == [
        ("Dommel Huis", ("promoted", "linked"), 3, [("Miep Dekker", 2), ("Karst Venlo", 1)])
    ]
    (shop,) = reports.companies(store)
    assert shop.domain == "dommel-huis.example"
    assert sorted(shop.publishers) == ["Blad 1", "Blad 2", "Blad 3"]


def test_a_site_counts_for_whom_it_stands_beside_again(store: Store) -> None:
    load(
        store,
        beside(1, MIEP, link="https://winkel.example/a"),
        beside(2, MIEP, link="https://winkel.example/b"),
        beside(3, MIEP, link="https://statistiek.example"),
        beside(4, KARST, link="https://statistiek.example"),
    )
    assert companies(store) == [("winkel.example", ("linked",), 2, [("Miep Dekker", 2)])]


def test_the_site_of_the_publication_itself_is_no_company(store: Store) -> None:
    ones = [beside(n, MIEP, link=f"https://www.blad{n}.example/meer") for n in (1, 2)]
    load(store, *ones)
    assert companies(store) == []


def test_an_employer_counts_if_several_people_speak_for_it(store: Store) -> None:
    load(
        store,
        beside(1, replace(MIEP, affiliation="Slaapwinkel Zes")),
        beside(2, replace(KARST, affiliation="Slaapwinkel Zes")),
        beside(3, Quoted("Joke Daal", "arts", "medicine", affiliation="Huis Zeven")),
        beside(4, Quoted("Joke Daal", "arts", "medicine", affiliation="Huis Zeven")),
    )
    assert companies(store) == [
        ("Slaapwinkel Zes", ("employer",), 2, [("Karst Venlo", 1), ("Miep Dekker", 1)])
    ]


def test_companies_are_asked_for_by_whom_and_by_what(store: Store) -> None:
    other = replace(MIEP, kind="subject")
    load(store, beside(1, other, shop="Winkel"), beside(2, other, shop="Winkel"))
    assert companies(store) == []
    assert [name for name, *_ in companies(store, kind="subject")] == ["Winkel"]
    assert len(reports.companies(store, Filters(publisher="Blad 1"), kind=None)) == 1
    assert reports.companies(store, Filters(kind="expert"), kind=None) == ()


@pytest.mark.parametrize("domain", ["winkel.co.uk", "site.winkel.example"])
def test_sites_are_one_only_if_their_domain_is(store: Store, domain: str) -> None:
    ones = [beside(n, MIEP, link=f"https://{domain}/{n}") for n in (1, 2)]
    load(
        store,
        *ones,
        beside(3, MIEP, link="https://elders.co.uk"),
        beside(4, MIEP, link="https://site.elders.example"),
    )
    assert [(name, stories) for name, _, stories, _ in companies(store)] == [(domain, 2)]
