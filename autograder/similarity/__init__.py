"""Which answers are more alike than their exercise explains: a place to look, and no verdict."""
