"""Makes an invented newsroom: articles for `zegsman ingest`, and the truth about them.

    python bench/newsroom.py OUT --articles 10000 --seed 1 [--held-out]

Writes OUT/articles.jsonl, OUT/truth.json and OUT/publishers.toml; the same arguments write the same bytes.
How often names, roles, towns and spellings come and change follows what was measured on real articles: the
figures stand, with where they are from, in `bench/press/`. With `--held-out` other frames and rewordings are
used than those to tune on. Everybody in it is invented; a name that somebody bears is drawn by chance.
`bench/truth.py` compares what the program concludes with the truth.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

if not __package__:  # run as a command: this folder's ingest.py would hide the package of that name
    sys.path[0] = str(Path(__file__).parents[1])

from bench.press.truth import Files, newsroom


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path, help="a folder, made if it is not there")
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--held-out", action="store_true", help="frames that nothing was tuned on")
    arguments = parser.parse_args()
    if arguments.articles < 1:
        parser.error("--articles: at least 1")
    write(newsroom(arguments.articles, arguments.seed, arguments.held_out), arguments.out)


def write(files: Files, out: Path) -> None:
    """Write a newsroom's three files into folder `out`."""
    out.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(article, ensure_ascii=False) + "\n" for article in files.articles)
    (out / "articles.jsonl").write_text("".join(lines), encoding="utf-8")
    truth = json.dumps(files.truth, ensure_ascii=False, indent=1)
    (out / "truth.json").write_text(truth + "\n", encoding="utf-8")
    tables = (
        "[[publisher]]\n"
        + "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in row.items())
        for row in files.publishers
    )
    (out / "publishers.toml").write_text("\n".join(tables), encoding="utf-8")


if __name__ == "__main__":
    main()
