"""Expressions of SymPy, by a closed list of the kinds of their nodes.

An expression is rebuilt node by node, without being evaluated: no text is parsed.
"""

from typing import Any

import sympy
from sympy.core.function import AppliedUndef, UndefinedFunction

from autograder.engine.protocol.codecs.codec import Codec, NoPlainParts, listed, text, whole

CONSTANTS = {
    "pi": sympy.pi, "E": sympy.E, "I": sympy.I, "oo": sympy.oo, "-oo": -sympy.oo, "zoo": sympy.zoo,
    "nan": sympy.nan, "true": sympy.true, "false": sympy.false, "EmptySet": sympy.S.EmptySet,
    "Reals": sympy.S.Reals, "Integers": sympy.S.Integers, "Naturals": sympy.S.Naturals,
    "GoldenRatio": sympy.GoldenRatio, "EulerGamma": sympy.EulerGamma,
}  # fmt: skip
UNEVALUATED = """
Add Mul Pow exp log sin cos tan cot sec csc asin acos atan atan2 sinh cosh tanh coth asinh acosh
atanh Abs sign Max Min floor ceiling factorial binomial gamma erf Heaviside DiracDelta re im
conjugate arg Eq Ne Lt Le Gt Ge And Or Not Xor Piecewise Derivative FiniteSet Union Intersection
Complement
"""
PLAIN = "Integral Sum Product Limit Tuple Interval Lambda Subs Poly"
NODES = {getattr(sympy, name): name for name in (UNEVALUATED + PLAIN).split()}
KINDS = {name: kind for kind, name in NODES.items()}
IS_UNEVALUATED = frozenset(UNEVALUATED.split())
ROOTS = "ExprCondPair"
"""The pairs of a Piecewise, which are nodes of their own."""


def _parts(value: Any) -> tuple:
    """Return the name of a node and what it is made of; raise `NoPlainParts` for other nodes."""
    kind = type(value)
    for name, constant in CONSTANTS.items():
        if value is constant:
            return ("constant", name)
    if kind is sympy.Symbol or kind is sympy.Dummy:
        if kind is sympy.Dummy:
            raise NoPlainParts("a dummy is equal to itself alone")
        return ("symbol", value.name, dict(value._assumptions_orig))
    if isinstance(value, sympy.Integer):
        return ("integer", int(value))
    if isinstance(value, sympy.Rational):
        return ("rational", int(value.p), int(value.q))
    if kind is sympy.Float:
        sign, mantissa, exponent, size = value._mpf_
        return ("float", int(sign), int(mantissa), int(exponent), int(size), int(value._prec))
    if isinstance(value, AppliedUndef) and type(kind) is UndefinedFunction:
        return ("function", kind.__name__, list(map(_parts, value.args)))
    if kind.__name__ == ROOTS and len(value.args) == 2:
        return ("pair", list(map(_parts, value.args)))
    if kind in NODES:
        return (NODES[kind], list(map(_parts, value.args)))
    raise NoPlainParts(f"a node of the type {kind.__name__}")


def _made(name: Any, *parts: Any) -> Any:
    if name == "constant":
        return CONSTANTS[parts[0]]
    if name == "symbol":
        return sympy.Symbol(text(parts[0]), **_assumptions(parts[1]))
    if name == "integer":
        return sympy.Integer(whole(parts[0]))
    if name == "rational":
        return sympy.Rational(*map(whole, parts))
    if name == "float":
        *number, precision = map(whole, parts)
        return sympy.Float._new(tuple(number), precision)
    if name == "function":
        return sympy.Function(text(parts[0]))(*_nodes(parts[1]))
    nodes = _nodes(parts[0])
    if name == "pair":
        return tuple(nodes)
    if name in IS_UNEVALUATED:
        return KINDS[name](*nodes, evaluate=False)
    return KINDS[name](*nodes)


def _nodes(parts: list) -> list:
    return [_made(*part) for part in listed(parts)]


def _assumptions(told: Any) -> dict:
    if any(type(value) is not bool for value in told.values()):
        raise TypeError("an assumption that is none")
    return {text(key): value for key, value in told.items()}


def _matrix_codec(kind: type) -> Codec:
    def parts(value: Any) -> tuple:
        rows, columns = map(int, value.shape)
        return rows, columns, list(map(_parts, value.flat()))

    def made(rows: Any, columns: Any, nodes: list) -> Any:
        if whole(rows) * whole(columns) != len(listed(nodes)):
            raise ValueError("a matrix of another size than its shape")
        return kind(rows, columns, _nodes(nodes))

    def refill(target: Any, new: Any) -> None:
        target[:, :] = new

    is_mutable = kind is sympy.MutableDenseMatrix
    return Codec(f"sympy.{kind.__name__}", kind, parts, made, refill if is_mutable else None)


def _node_kinds() -> list[type]:
    """Return every type that a node of an expression may have."""
    numbers = [sympy.Symbol, sympy.Float, sympy.Integer, sympy.Rational]
    return [*dict.fromkeys([*numbers, *map(type, CONSTANTS.values()), *NODES]), *HALVES]


HALVES = [type(sympy.S.Half), type(sympy.S.Zero), type(sympy.S.One), type(sympy.S.NegativeOne)]
CODECS = [Codec(f"sympy.{kind.__name__}", kind, _parts, _made) for kind in _node_kinds()]
CODECS += map(_matrix_codec, (sympy.MutableDenseMatrix, sympy.ImmutableDenseMatrix))
