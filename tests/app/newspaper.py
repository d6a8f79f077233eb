"""Articles for the command line to take in, of our own writing; every name in them was made up."""

from __future__ import annotations

import json
from pathlib import Path

SAVING = """Zo houdt u geld over aan het eind van de maand

Veel gezinnen houden aan het eind van de maand te weinig over. Budgetcoach Wieger Ploos uit Zwolle
ziet het elke dag. "Wie zijn boodschappen opschrijft, geeft een vijfde minder uit", zegt Ploos.
Volgens hem is een pot voor onverwachte kosten het belangrijkste. "Begin klein", legt hij uit, "en
raak het geld niet aan."
"""

LENDING = """Geld lenen aan vrienden: doen of niet?

Een vriend die geld wil lenen, brengt u in een lastig parket.
Financieel adviseur Wieger Ploos uit Hoorn raadt aan om altijd iets op papier te zetten.
"Wie zijn boodschappen opschrijft, geeft een vijfde minder uit", zegt Ploos ook.
Hij voegt eraan toe: "Een lening zonder papier is een cadeau."
"""

COUGHING = """Hoest die blijft: wanneer naar de dokter?

Een hoest na een verkoudheid kan weken duren. Huisarts Wieger Ploos uit Assen ziet dat mensen te
snel om een kuur vragen. "Een hoest van drie weken is vervelend, maar zelden gevaarlijk", zegt
Ploos. Longarts Tjerk Bolmeijer van het Martini Ziekenhuis is het daarmee eens. "Wacht niet als u
bloed opgeeft", waarschuwt Bolmeijer.
"""

ENGLISH = (
    "The quick brown fox jumps over the lazy dog, and everybody in the village was glad that spring had come."
)


def write(folder: Path) -> Path:
    """Write the three articles, as three kinds of file, in `folder`, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sparen.txt").write_text(SAVING, "utf-8")
    about = {"url": "https://www.geldblad.example/sparen", "date": "2024-03-02", "publisher": "Geldblad"}
    (folder / "sparen.meta.json").write_text(json.dumps(about), "utf-8")
    lines = [
        {
            "title": "Geld lenen",
            "url": "https://dagpraat.example/lenen",
            "date": "2024-05-09",
            "text": LENDING,
        },
        {"title": "Hoest", "url": "https://dagpraat.example/hoest", "date": "2024-06-11", "text": COUGHING},
    ]
    (folder / "rest.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return folder
