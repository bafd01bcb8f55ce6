"""The sentences that are said to learners, and their catalogues: `locale/*/LC_MESSAGES`.

Checks, figures and the desk have theirs in `course`, the feedback pages in `autograder/pages`.
`make sentences` brings the catalogues up to date, and compiles them for Python's gettext; with
`LANGUAGE=nl` it begins those of a language.
"""

import ast
import io
import json
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

import jinja2
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
FOLDERS = {"course": ROOT / "course", "pages": ROOT / "autograder" / "pages"}
"""The two catalogues of each language: neither package knows the other."""

IMPORT = re.compile(r"^from (?:course|autograder\.pages)\.language import .*\bsay\b", re.MULTILINE)
IN_TYPESCRIPT = re.compile(r"\bsay\(\s*'((?:[^'\\]|\\.)*)'")
HEADER = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def sentences(domain):
    """Return {sentence: [the files that say it]}: what stands in `say(...)`, in their order.

    A name in the brackets stands for the constant of that name, at the top of its file, and
    `NAME[...]` for each value of such a table. What a pattern of `..._WORDS` means is said, too.

    Parameters
    ----------
    domain : {"course", "pages"}
        What learners import and work with, or the feedback pages.
    """
    found = {}
    for path, said in [*_in_python(FOLDERS[domain]), *_IN_OTHERS[domain]()]:
        found.setdefault(said, []).append(path.relative_to(ROOT).as_posix())
    return found


def _in_python(folder):
    """Yield (file, sentence) for the Python files below a folder."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.py"))}
    trees = {path: ast.parse(text) for path, text in texts.items()}
    own = {path: _constants(tree) for path, tree in trees.items()}
    for path in (path for path, text in texts.items() if IMPORT.search(text)):
        constants = own[path] | _imported(trees[path], own)
        for node in ast.walk(trees[path]):
            if isinstance(node, ast.Call) and getattr(node.func, "id", None) in ("say", "in_each"):
                for text in _texts(_meant(node.args[0], constants)):
                    yield path, text
    for path, constants in own.items():
        for name, table in constants.items():
            for text in _words(table) if name.endswith("_WORDS") else ():
                yield path, text


def _in_typescript():
    """Yield (file, sentence) for what Home and the buttons above a notebook say."""
    for path in sorted((ROOT / "labextension" / "src").glob("*.ts")):
        for said in IN_TYPESCRIPT.findall(path.read_text(encoding="utf-8")):
            yield path, said.replace("\\'", "'")


def _in_templates():
    """Yield (file, sentence) for the templates of the feedback pages."""
    for path in sorted((FOLDERS["pages"] / "templates").rglob("*.j2")):
        tree = jinja2.Environment().parse(path.read_text(encoding="utf-8"))
        for node in tree.find_all(jinja2.nodes.Call):
            if getattr(node.node, "name", None) == "say":
                yield path, node.args[0].value


_IN_OTHERS = {"course": _in_typescript, "pages": _in_templates}


def _constants(tree):
    """Return {name: node} of what the top of a file names."""
    lines = [line for line in tree.body if isinstance(line, ast.Assign)]
    return {line.targets[0].id: line.value for line in lines if hasattr(line.targets[0], "id")}


def _imported(tree, own):
    """Return {name: node} of the constants that a file has from others."""
    found = {}
    for line in (line for line in tree.body if isinstance(line, ast.ImportFrom)):
        there = own.get(ROOT.joinpath(*line.module.split(".")).with_suffix(".py"), {})
        found |= {one.name: there[one.name] for one in line.names if one.name in there}
    return found


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


def catalogues(domain):
    """Return {language: the path of its PO file}."""
    found = sorted((FOLDERS[domain] / "locale").glob(f"*/LC_MESSAGES/{domain}.po"))
    return {path.parts[-3]: path for path in found}


def read(path, language):
    """Return a PO file as Babel's catalog."""
    return read_po(io.BytesIO(path.read_bytes()), locale=language, abort_invalid=True)


def compiled(catalog):
    """Return the bytes of the MO file, whenever they are made."""
    catalog.creation_date = datetime(2026, 1, 1, tzinfo=UTC)
    made = io.BytesIO()
    write_mo(made, catalog)
    return made.getvalue()


def update(domain, language):
    """Bring a catalogue up to date with the sentences, and compile it."""
    path, template = catalogues(domain)[language], Catalog()
    for sentence, files in sentences(domain).items():
        template.add(sentence, locations=[(file, None) for file in dict.fromkeys(files)])
    catalog = read(path, language)
    catalog.update(template)
    made = io.BytesIO()
    write_po(made, catalog, width=100, omit_header=True, include_previous=True)
    path.write_bytes(HEADER.format(language).encode() + made.getvalue())
    path.with_suffix(".mo").write_bytes(compiled(read(path, language)))
    if domain == "course":
        words = json.dumps(of_the_desk(read(path, language)), ensure_ascii=False, indent=0)
        path.with_name("desk.json").write_text(f"{words}\n", encoding="utf-8")


def of_the_desk(catalog):
    """Return {sentence: translation} of what the desk says in a browser."""
    said = sorted({sentence for _, sentence in _in_typescript()})
    found = {sentence: catalog.get(sentence) for sentence in said}
    return {said: one.string for said, one in found.items() if one.string and not one.fuzzy}


def begin(domain, language):
    """Lay an empty catalogue for a language that has none."""
    path = FOLDERS[domain] / "locale" / language / "LC_MESSAGES" / f"{domain}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER.format(language), encoding="utf-8")


if __name__ == "__main__":
    for domain in FOLDERS:
        for language in set(sys.argv[1:]) - set(catalogues(domain)):
            begin(domain, language)
        for language in catalogues(domain):
            update(domain, language)
