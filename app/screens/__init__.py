"""The pages of the app, each a function `show(view)` in a file of its own."""
