"""Which language a text is in."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ingest import language

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"

DUTCH = (
    "De gemeente legt dit voorjaar nieuwe bomen langs de vaart, want de oude zijn door een ziekte aangetast."
)
FLEMISH = (
    "De schepen zei dat de goesting om te fietsen groot is, en dat er meer plaats komt voor de fietsers."
)
OTHERS = {
    "af": "Die munisipaliteit plant hierdie lente nuwe bome langs die dam, want die oues is siek.",
    "de": "Die Gemeinde pflanzt in diesem Frühjahr neue Bäume am Kanal, weil die alten krank geworden sind.",
    "en": "The town will plant new trees along the canal this spring, because the old ones fell ill.",
    "fy": "De gemeente plantet dizze maitiid nije beammen by de feart lâns, om't de âlde siik binne wurden.",
    "fr": "La commune plante ce printemps de nouveaux arbres le long du canal, car les anciens sont malades.",
}


@pytest.mark.parametrize("text", [DUTCH, FLEMISH, DUTCH * 40, DUTCH.upper()])
def test_dutch_is_dutch(text: str) -> None:
    assert language.recognise(text) == "nl"


@pytest.mark.parametrize("code", OTHERS)
def test_neighbouring_languages_are_told_apart(code: str) -> None:
    assert language.recognise(OTHERS[code]) == code
    assert code in language.names()
    assert code not in language.supported()


def test_a_foreign_epigraph_does_not_make_an_article_foreign() -> None:
    assert language.recognise(OTHERS["en"][:60] + "\n\n" + DUTCH * 10) == "nl"


@pytest.mark.parametrize("text", ["Hij zei niets.", "Ja, dat is zo.", "Het is koud."])
def test_a_short_text_of_common_dutch_words_is_dutch(text: str) -> None:
    assert language.recognise(text) == "nl"


@pytest.mark.parametrize("text", ["", "123 456", "…", "\ufffd\ufffd", "XQZ 7"])
def test_what_is_no_language_is_undecided(text: str) -> None:
    assert language.recognise(text) == language.UNDECIDED


@pytest.mark.skipif(not CORPUS.exists(), reason="../shared/corpus is not there")
def test_no_dutch_news_article_is_taken_for_another_language() -> None:
    lines = (CORPUS / "news.jsonl").read_text("utf-8").splitlines()[::6]
    assert {language.recognise(json.loads(line)["text"]) for line in lines} == {"nl"}


def test_asking_for_names_loads_no_classifier() -> None:
    code = "import sys; from ingest import language; language.names(); sys.exit('py3langid' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
