"""What the pages need of JavaScript: a drawing of the graph, and scrolling to a place."""
