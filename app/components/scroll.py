"""Scrolling to a place: a page is drawn after the browser has looked for the `#fragment` of its address."""

from __future__ import annotations

import streamlit as st

# A place is scrolled to once: `key` changes with the place, and so does the element.
_JS = """
export default function ({ data, parentElement }) {
  if (parentElement.scrolledTo === data.key) return
  let tries = 40
  const look = () => {
    const place = document.getElementById(data.id)
    if (place) {
      parentElement.scrolledTo = data.key
      place.scrollIntoView({ block: 'center' })
    } else if (tries-- > 0) {
      setTimeout(look, 50)
    }
  }
  look()
}
"""

_scroll = st.components.v2.component("zegsman_scroll", js=_JS)


def scroll_to(id: str, key: str) -> None:
    """Scroll to the element `id`, once for every `key`."""
    _scroll(key="scroll", data={"id": id, "key": key})
