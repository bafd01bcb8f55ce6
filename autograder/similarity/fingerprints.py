"""What an answer is made of: winnowed pieces of its code, its own names, its comments.

Why not copydetect, which winnows as well: it drops names and comments before it compares, and
weighs no piece by how rare it is; in answers of five lines these are what tells two of them apart.

References
----------
Schleimer, Wilkerson, Aiken (2003), "Winnowing: local algorithms for document fingerprinting",
SIGMOD.
"""

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
WINDOW = 4
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

        Names that the exercise does not give stand in a piece as any name: renaming changes
        nothing. As features of their own they count as they are.
        """
        if self._words:
            return frozenset(winnowed(re.findall(r"\w+", source.lower()))) - self.features
        code, own = [], set()
        for kind, text in tokens(source):
            given = (kind, text) in self._given
            if kind == "comment":
                words = " ".join(re.findall(r"\w+", text.lower()))
                own |= set() if given or not words else {f"comment {words}"}
            elif kind == "text" and given:
                continue
            elif kind == "name" and not given and text not in PLAIN:
                own.add(f"name {text}")
                code.append("V")
            else:
                code.append(text)
        return frozenset(own | winnowed(code)) - self.features


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
