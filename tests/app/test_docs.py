"""The README is what a newcomer believes: its commands run, and print what it says they print."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from app_command import run

from app.cli import zegsman
from graph.store import open_store

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)#]+)\)")


def examples() -> Iterator[tuple[str, str]]:
    """Yield the commands of the README in order, each with the output it shows."""
    for block in _BLOCK.findall(README):
        for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = example.partition("\n")
            yield command, output


def test_the_commands_of_the_readme_print_what_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("app", "tests"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    store = tmp_path / "store"
    with open_store(store):  # keeps its engine running between commands
        for command, output in examples():
            program, *words = shlex.split(command)
            assert program == "zegsman"
            paths = [
                sorted(tmp_path.glob(word)) if "*" in word and " " not in word else [word] for word in words
            ]
            done = run(*(Path(path) for found in paths for path in found), ZEGSMAN_STORE=str(store))
            assert done.exit_code == 0, done.stderr
            shown = done.stdout + done.stderr
            expected = "(?s:.*)".join(map(re.escape, output.rstrip("\n").split("...")))
            assert re.fullmatch(expected, shown.rstrip("\n")), f"$ {command}\n{shown}"


@pytest.mark.parametrize("name", zegsman.commands)
def test_the_readme_tells_of_every_command(name: str) -> None:
    assert f"`zegsman {name}" in README


def test_the_readme_names_no_command_that_is_not_there() -> None:
    assert set(re.findall(r"^\| `zegsman (\w+)", README, re.MULTILINE)) == set(zegsman.commands)


@pytest.mark.parametrize("page", ["README.md", "ARCHITECTURE.md", "docs/ethics.md"])
def test_links_lead_somewhere(page: str) -> None:
    for target in _LINK.findall((ROOT / page).read_text("utf-8")):
        assert target.startswith("https://") or (ROOT / page).parent.joinpath(target).exists(), target


def test_what_the_map_of_the_code_names_is_there() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    for name in re.findall(r"`((?:app|graph|ingest|schema|tests|script|bench|docs)/[\w./-]*)`", text):
        assert (ROOT / name).exists(), name
