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

    A name in the brackets stands for the constant of that name, at the top of a file of checks, and
    `NAME[...]` for each value of such a table. What a pattern of `..._WORDS` means is said, too.
    """
    texts = {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "course").rglob("*.py"))
    }
    trees = {path: ast.parse(text) for path, text in texts.items() if IMPORT in text}
    own = {
        path: _constants(ast.parse(text))
        for path, text in texts.items()
        if path.startswith("course/checks/")
    }
    of_all = {name: node for constants in own.values() for name, node in constants.items()}
    found = {}
    for path, tree in trees.items():
        constants = of_all | own.get(path, {})
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", None) == "say":
                for text in _texts(_meant(node.args[0], constants)):
                    found.setdefault(text, []).append(path)
    for path, constants in own.items():
        for name, table in constants.items():
            for text in _words(table) if name.endswith("_WORDS") else ():
                found.setdefault(text, []).append(path)
    return found


def _constants(tree):
    """Return {name: node} of what the top of a file names."""
    lines = [line for line in tree.body if isinstance(line, ast.Assign)]
    return {line.targets[0].id: line.value for line in lines if hasattr(line.targets[0], "id")}


def _meant(node, constants):
    """Return the node that a name stands for, or the table from which something is taken."""
    name = node.value if isinstance(node, ast.Subscript) else node
    return constants.get(getattr(name, "id", None), node)


def _words(table):
    """Return the second of each pair of a table: the first is a pattern."""
    pairs = [pair for pair in table.elts if isinstance(pair, ast.Tuple)]
    return [pair.elts[1].value for pair in pairs]


def _texts(node):
    """Return the texts in a node: a sentence, or several to choose from."""
    if isinstance(node, ast.Dict):
        return [text for value in node.values for text in _texts(value)]
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
