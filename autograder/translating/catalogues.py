"""The catalogues of a translation: PO files of gettext, one for each text, by way of Babel."""

import io
from collections.abc import Iterable
from pathlib import Path

from babel.core import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from autograder.files import write
from autograder.problems import CannotStart, shown
from autograder.translating.code import places

FOLDER = "translations"
WIDTH = 100
HEADER = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


class Catalogue:
    """What a text's pieces are in another language.

    Parameters
    ----------
    path : pathlib.Path
        The PO file; an empty catalogue where there is none.
    language : str
        Its code, such as ``de``.

    Raises
    ------
    CannotStart
        If the file cannot be read, or there is no such language.
    """

    def __init__(self, path: Path, language: str) -> None:
        self.path, self.language = path, known(language)
        try:
            content = path.read_bytes() if path.is_file() else HEADER.format(language).encode()
            self._catalog = read_po(io.BytesIO(content), locale=language, abort_invalid=True)
        except (PoFileError, UnicodeDecodeError) as error:
            raise CannotStart(f"{shown(path)} cannot be read as a PO file: {error}.") from error

    def translated(self, said: str) -> str | None:
        """Return a piece in the other language; None where nobody has translated it as it is now.

        A piece with values in it, such as ``{n}``, counts only where they all come again; and none
        counts that would end the comment or the docstring in which it stands.
        """
        message = self._catalog.get(said)
        if message is None or message.fuzzy or not message.string:
            return None
        new = message.string
        ends = '"""' in new or ("\n" in new and "\n" not in said)
        return None if ends or places(new) != places(said) else new

    def missing(self, pieces: Iterable[str]) -> list[str]:
        """Return the pieces that are not translated, in order, each once."""
        return [piece for piece in dict.fromkeys(pieces) if self.translated(piece) is None]

    def update(self, pieces: Iterable[str]) -> None:
        """Bring the file up to date with a text, and write it.

        New pieces stand in it without a translation; one that resembles an older piece has the
        older translation, marked fuzzy, which does not count until somebody has looked at it.
        What the text says no longer is kept at the end of the file.
        """
        template = Catalog()
        for piece in dict.fromkeys(pieces):
            template.add(piece)
        self._catalog.update(template)
        made = io.BytesIO()
        write_po(made, self._catalog, width=WIDTH, omit_header=True, include_previous=True)
        write(self.path, HEADER.format(self.language).encode() + made.getvalue())


def known(language: str) -> str:
    """Return the code of a language.

    Raises
    ------
    CannotStart
        If there is no such language.
    """
    try:
        Locale.parse(language)
    except (UnknownLocaleError, ValueError) as error:
        raise CannotStart(f"There is no language {language!r}: give a code such as de.") from error
    return language


def catalogue_of(root: Path, language: str, name: str) -> Catalogue:
    """Open the catalogue of one text of a course folder in one language."""
    return Catalogue(root / FOLDER / language / f"{name}.po", language)


def languages_of(root: Path, name: str) -> list[str]:
    """List the languages into which a text is translated, or begun to be."""
    return sorted(path.parent.name for path in root.glob(f"{FOLDER}/*/{name}.po"))
