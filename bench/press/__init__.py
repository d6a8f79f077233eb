"""An invented newsroom: names, people, stories and how they are worded, with the truth about all of it."""
