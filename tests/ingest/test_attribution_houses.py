"""Who says what, in texts as different houses write them."""

from attributed import said


def test_a_clickbait_story() -> None:
    text = (
        "Voor Karin uit Ter Apel begon het met een slapeloze nacht.\n"
        "Minder slaap\n"
        "“Je lichaam vraagt om ritme,” vertelt slaaptherapeut Joris Wagenvoort uit Hoorn, terwijl hij "
        "de gordijnen sluit.\n"
        "Wagenvoort legt uit dat een vast uur rust geeft. Hij benadrukt dat niemand daar te oud voor is.\n"
        "Volgens hem is een wekker zonder licht het beste begin.\n"
    )
    assert said(text) == [
        ("Joris Wagenvoort", "vertelt", "Je lichaam vraagt om ritme"),
        ("Joris Wagenvoort", "legt uit", "een vast uur rust geeft"),
        ("Joris Wagenvoort", "benadrukt", "niemand daar te oud voor is"),
        ("Joris Wagenvoort", "Volgens", "is een wekker zonder licht het beste begin"),
    ]


def test_a_flemish_news_item() -> None:
    text = (
        "De brug over het kanaal blijft tot de lente dicht. „Veiligheid gaat voor”, klinkt het bij "
        "burgemeester Geert Van den Bossche. „Wij vragen nog even geduld.”\n"
        "Schepen Annelies De Smedt wijst erop dat de fietsers kunnen omrijden."
    )
    assert [(source, content) for source, _, content in said(text)] == [
        ("Geert Van den Bossche", "Veiligheid gaat voor"),
        ("Geert Van den Bossche", "Wij vragen nog even geduld."),
        ("Annelies De Smedt", "de fietsers kunnen omrijden"),
    ]


def test_a_press_release() -> None:
    text = (
        "Woonwinkel Noordlicht opent in mei een zaak in Ter Apel. Directeur Sietske Wiarda: “Klanten vroegen "
        "hier al jaren om.” Volgens Wiarda komen er twintig banen bij. Het bedrijf verwacht te groeien."
    )
    assert said(text)[:2] == [
        ("Sietske Wiarda", ":", "Klanten vroegen hier al jaren om."),
        ("Sietske Wiarda", "Volgens", "komen er twintig banen bij"),
    ]


def test_a_magazine_portrait() -> None:
    text = (
        "Aan de keukentafel schenkt boerin Wietske Aldering thee in. ‘Mijn vader zei altijd: je werkt of je "
        "slaapt.’ Ze lacht. ‘Nu doe ik allebei,’ zegt ze, ‘en tegelijk.’"
    )
    assert [(source, content) for source, _, content in said(text)] == [
        ("Wietske Aldering", "Mijn vader zei altijd: je werkt of je slaapt."),
        ("Wietske Aldering", "Nu doe ik allebei"),
        ("Wietske Aldering", "en tegelijk."),
    ]
