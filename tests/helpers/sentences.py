"""The sentences that checks and figures say, and their catalogues: course/locale/*/LC_MESSAGES.

`make sentences` brings the catalogues up to date, and compiles them for Python's gettext.
"""

import ast
import io
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "course" / "locale"
IMPORT = "from course.language import say"
HEADER = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def sentences():
    """Return {sentence: [the files that say it]}: what stands in `say(...)`, in their order.

    A name in the brackets stands for the constant of that name, at the top of a file of checks.
    """
    texts = {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "course").rglob("*.py"))
    }
    trees = {path: ast.parse(text) for path, text in texts.items() if IMPORT in text}
    constants, found = {}, {}
    checks = [ast.parse(text) for path, text in texts.items() if path.startswith("course/checks/")]
    for line in (line for tree in checks for line in tree.body):
        if isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Name):
            constants[line.targets[0].id] = line.value
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", None) == "say":
                said = node.args[0]
                for text in _texts(constants.get(getattr(said, "id", None), said)):
                    found.setdefault(text, []).append(path)
    return found


def _texts(node):
    """Return the texts in a node: a sentence, or several to choose from."""
    return [
        part.value
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    ]


def catalogues():
    """Return {language: the path of its PO file}."""
    return {path.parts[-3]: path for path in sorted(LOCALE.glob("*/LC_MESSAGES/course.po"))}


def read(path, language):
    """Return a PO file as Babel's catalog."""
    return read_po(io.BytesIO(path.read_bytes()), locale=language, abort_invalid=True)


def compiled(catalog):
    """Return the bytes of the MO file, whenever they are made."""
    catalog.creation_date = datetime(2026, 1, 1, tzinfo=UTC)
    made = io.BytesIO()
    write_mo(made, catalog)
    return made.getvalue()


def update(path, language):
    """Bring a catalogue up to date with the sentences, and compile it."""
    template = Catalog()
    for sentence, files in sentences().items():
        template.add(sentence, locations=[(file, None) for file in dict.fromkeys(files)])
    catalog = read(path, language)
    catalog.update(template)
    made = io.BytesIO()
    write_po(made, catalog, width=100, omit_header=True, include_previous=True)
    path.write_bytes(HEADER.format(language).encode() + made.getvalue())
    path.with_suffix(".mo").write_bytes(compiled(read(path, language)))


if __name__ == "__main__":
    for language, path in catalogues().items():
        update(path, language)
