"""Cells that have lost nbgrader's metadata, as in Colab or a converter, are known by their text."""

from typing import Any

from autograder.engine.submission.assignment import Cell, Notebook
from autograder.engine.submission.layout import Layout, code_names, even, names_in


class Recognised:
    """Finds the instructor's cells among those of a submission.

    Parameters
    ----------
    told : list of (str, str, str or None)
        Type, text and grade id of each submitted cell.
    book : Notebook
        The instructor's own.
    layout : Layout
        What stands around its cells.
    """

    def __init__(
        self, told: list[tuple[Any, str, str | None]], book: Notebook, layout: Layout
    ) -> None:
        self._book = book
        self._layout = layout
        self._kinds = [kind for kind, _, _ in told]
        self._texts = [even(text) for _, text, _ in told]
        # The last one counts, as in nbgrader.
        self.places = {
            name: place
            for place, (_, _, name) in enumerate(told)
            if name is not None and book.cell(name) is not None
        }
        self._nameless = {
            place for place, (_, text, name) in enumerate(told) if name is None and text.strip()
        }
        self._defined: dict[int, frozenset[str]] = {}
        self.found: dict[int, Cell] = {}
        for look in (self._by_text, self._by_names, self._by_text_before, self._by_elimination):
            for cell in self.missing():
                place = look(cell)
                if place is not None:
                    self.places[cell.name] = place
                    self.found[place] = cell
                    self._nameless.remove(place)

    def missing(self) -> list[Cell]:
        """Return the instructor's cells that are nowhere."""
        return [cell for cell in self._book.cells if cell.name not in self.places]

    @property
    def has_lost_metadata(self) -> bool:
        """Whether more is without its name than an answer that somebody typed into a new cell."""
        return any(cell.grade or not cell.solution for cell in self.found.values()) or (
            not self.places and bool(self._nameless)
        )

    def own(self, kind: str) -> list[int]:
        """Return the places of cells of a type that are the learner's, and no answer so far."""
        return [
            place
            for place in sorted(self._nameless)
            if self._kinds[place] == kind and self._texts[place] not in self._layout.texts
        ]

    # Ways to find a cell; each returns its place, or None

    def _by_text(self, cell: Cell) -> int | None:
        if cell.solution:
            return None
        wanted = {even(cell.released), even(cell.source)} - {""}
        places = [place for place in sorted(self._nameless) if self._texts[place] in wanted]
        return next(iter(self._between(cell, places) or places), None)

    def _by_names(self, cell: Cell) -> int | None:
        if not cell.solution:
            return None
        wanted = self._names(cell)
        places = [place for place in self.own("code") if wanted & self._defines(place)]
        near = self._between(cell, places)
        # What comes later replaces what came before it, in the learner's notebook too.
        return near[-1] if near else places[0] if len(places) == 1 else None

    def _by_text_before(self, cell: Cell) -> int | None:
        before = self._layout.before(cell.name)
        if not cell.solution or before is None:
            return None
        for place in self.own(cell.cell_type):
            was = place - 1
            if was >= 0 and (
                self.places.get(before.name) == was or self._texts[was] == before.text != ""
            ):
                return place
        return None

    def _by_elimination(self, cell: Cell) -> int | None:
        """Return the one place that is left where only one such cell is missing."""
        if not cell.solution or self._names(cell):
            return None
        low, high = self._room(cell)
        rivals = [
            other
            for other in self.missing()
            if other.solution
            and other.cell_type == cell.cell_type
            and self._room(other) == (low, high)
        ]
        places = self._between(cell, self.own(cell.cell_type))
        return places[0] if rivals == [cell] and len(places) == 1 else None

    def _names(self, cell: Cell) -> frozenset[str]:
        """Return what an answer has to define; nothing where it is a text."""
        laid = self._layout.of(cell.name)
        return laid.names if laid else code_names(cell.cell_type, cell.source)

    def _defines(self, place: int) -> frozenset[str]:
        if place not in self._defined:
            self._defined[place] = names_in(self._texts[place])
        return self._defined[place]

    def _between(self, cell: Cell, places: list[int]) -> list[int]:
        low, high = self._room(cell)
        return [place for place in places if low < place < high]

    def _room(self, cell: Cell) -> tuple[int, int]:
        """Return the places of the known cells that come before and after one in the course."""
        cells = self._book.cells
        index = cells.index(cell)
        low = [self.places[each.name] for each in cells[:index] if each.name in self.places]
        high = [self.places[each.name] for each in cells[index + 1 :] if each.name in self.places]
        return max(low, default=-1), min(high, default=len(self._texts))
