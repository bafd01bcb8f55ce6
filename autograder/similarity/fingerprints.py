"""What an answer is made of: winnowed pieces of its code, its own names, its comments.

Why not copydetect, which winnows as well: it drops names and comments before it compares, and
weighs no piece by how rare it is; in answers of five lines these are what tells two of them apart.

References
----------
Schleimer, Wilkerson, Aiken (2003), "Winnowing: local algorithms for document fingerprinting",
SIGMOD.
"""

import ast
import builtins
import hashlib
import io
import keyword
import re
import token
import tokenize
import warnings

PIECE = 5
"""Tokens in a piece: shorter ones are the language's, not anybody's."""
WINDOW = 2
"""Of so many pieces in a row one is kept: `PIECE + WINDOW - 1` equal tokens are always found."""
LAYOUT = {
    token.ENCODING,
    token.ENDMARKER,
    token.NEWLINE,
    token.NL,
    token.INDENT,
    token.DEDENT,
}
PLAIN = {*dir(builtins), *keyword.kwlist, "np", "self"}
OWN_NAME, OWN_COMMENT = OWN = "name ", "comment "
"""How features begin that are no pieces of code."""
LOOSE = re.compile(
    r"(?P<comment>#[^\n]*)|(?P<name>[^\W\d]\w*)|(?P<number>\d[\w.]*)|(?P<op>[^\s\w])"
)

Token = tuple[str, str]
"""``"name"``, ``"comment"``, ``"text"`` or ``"other"``; and what stands there."""


def tokens(source: str) -> list[Token]:
    """Return an answer's tokens without its layout; what is no Python is cut at its words."""
    found = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for each in tokenize.generate_tokens(io.StringIO(source).readline):
                if each.type not in LAYOUT:
                    found.append((_kind(each.type), each.string))
    except (tokenize.TokenError, SyntaxError):
        return [(match.lastgroup or "other", match[0]) for match in LOOSE.finditer(source)]
    return found


def _kind(number: int) -> str:
    return {token.NAME: "name", token.COMMENT: "comment", token.STRING: "text"}.get(number, "other")


class Ground:
    """What an exercise gives to everybody: its release and its solution.

    Parameters
    ----------
    *sources : str
        Their code, or the text of a question to be answered in words.
    words : bool
        Whether it is text.
    """

    def __init__(self, *sources: str, words: bool = False) -> None:
        self._words = words
        self._given = {each for source in sources for each in tokens(source)}
        self.features: frozenset[str] = frozenset()
        self.features = frozenset().union(*(self.features_of(source) for source in sources))

    def features_of(self, source: str) -> frozenset[str]:
        """Return what tells an answer from others, the common ground taken out.

        In a piece, a name that the exercise does not give stands as any name, and so does one that
        the answer assigns, even where the solution calls its own variable so: renaming changes
        nothing. As features of their own, names that are not given count as they are.
        """
        if self._words:
            return frozenset(winnowed(re.findall(r"\w+", source.lower()))) - self.features
        code, own = [], set()
        assigned = assigned_names(source)
        for kind, text in tokens(source):
            given = (kind, text) in self._given
            if kind == "comment":
                words = " ".join(re.findall(r"\w+", text.lower()))
                own |= set() if given or not words else {f"{OWN_COMMENT}{words}"}
            elif kind == "text" and given:
                continue
            elif kind == "name" and not given and text not in PLAIN:
                own.add(f"{OWN_NAME}{text}")
                code.append("V")
            else:
                code.append("V" if kind == "name" and text in assigned else text)
        return frozenset(own | winnowed(code)) - self.features


def assigned_names(source: str) -> set[str]:
    """Return the names that an answer gives a value to; of what is no Python, none."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            nodes = list(ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return set()
    names = (node for node in nodes if isinstance(node, ast.Name))
    return {node.id for node in names if isinstance(node.ctx, ast.Store)}


def winnowed(code: list[str]) -> set[str]:
    """Return the pieces that stand for a run of tokens: of each window the least hash."""
    hashes = [_hash(code[place : place + PIECE]) for place in range(len(code) - PIECE + 1)]
    if not hashes:
        return {_hash(code)} if code else set()
    return {
        min(hashes[place : place + WINDOW]) for place in range(max(1, len(hashes) - WINDOW + 1))
    }


def _hash(piece: list[str]) -> str:
    return hashlib.blake2b("\0".join(piece).encode(errors="replace"), digest_size=8).hexdigest()
