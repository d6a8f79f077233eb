"""The page of the documentation that is made from the graph model."""

from __future__ import annotations

from graph import documentation, model


def test_the_page_is_what_the_model_says_today() -> None:
    assert documentation.PAGE.read_text("utf-8") == documentation.page(), "run: python -m graph.documentation"


def test_every_type_and_property_has_a_line() -> None:
    page, found = documentation.page(), model.load()
    for node in found.nodes.values():
        assert f"### {node.label}\n" in page and node.meaning in page
        assert all(f"{name}" in page and p.meaning in page for name, p in node.properties.items())
    for type in found.relationships.values():
        assert all(f"(:{start})-[:{type.name}]->(:{end})" in page for start, end in type.ends)
