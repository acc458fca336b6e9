"""Columns that are chosen by their names: DuckDB's COLUMNS('amount|discount'), COLUMNS(['a', 'b']), `* LIKE '%_id'`.

Which columns they mean is said by what may be read: the guard writes them out, one expression for each, under the
name of its column, as it writes out a star. No such choice reaches an engine.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.literals import is_text
from sqlgen.guard.patterns import is_tame
from sqlgen.guard.position import position_of
from sqlgen.guard.project import name
from sqlgen.guard.scope import fold
from sqlgen.guard.swap import swap
from sqlgen.guard.violation import GuardViolation

CHOSEN: Final = "chosen"
MAX_CHOICES: Final = 8  # in a statement
MAX_CHOSEN: Final = 4_000  # nodes that all copies of one expression have together
MAX_STEPS: Final = 400_000  # a pattern may take with all names: a tenth of a second
MAYBE: Final = re.compile(r"(?i:\b(?:COLUMNS|I?LIKE|SIMILAR)\b)")
_OPEN: Final = re.compile(r"[*+?{]")
_ASIDE: Final = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]")  # what stands for one letter
_LIKES: Final = (exp.Like, exp.ILike, exp.SimilarTo)

_REFUSED: Final = GuardViolation(
    "forbidden_function",
    "COLUMNS chooses columns of a SELECT list by a short regular expression, a list of names or a LIKE: "
    "COLUMNS('amount|cost'), COLUMNS(['a', 'b']), COLUMNS(* EXCLUDE (a)), * LIKE '%_id'. Or write the columns.",
)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which columns are meant. `how` is a kind of comparison, or empty for all; `texts` what names are to be like."""

    how: str
    texts: tuple[str, ...]


def read_choices(root: exp.Expr) -> None:
    """Make each way to choose columns one node, whose star tells among which columns, and whose mark which of them."""
    for likes in list(root.find_all(*_LIKES)):
        negated = isinstance(likes.parent, exp.Not)
        whole = likes.parent if negated and likes.parent is not None else likes
        if _is_star(likes.this) and is_text(likes.expression) and _is_item(whole):
            how = type(likes).__name__ + ("/not" if negated or likes.args.get("negate") else "")
            swap(whole, _chosen(likes.this, how, [likes.expression.name]))
    for star in list(root.find_all(exp.Star)):
        searched = star.args.get("ilike")
        if searched is not None and is_text(searched) and _is_item(star):
            node = _chosen(exp.Star(except_=star.args.get("except_")), "ILike", [searched.name])
            swap(star, node)
    found = list(root.find_all(exp.Columns))
    if len(found) > MAX_CHOICES:
        raise GuardViolation(
            "too_large", f"Columns are chosen in at most {MAX_CHOICES} places.", position_of(found[-1])
        )
    for columns in found:
        if CHOSEN not in columns.meta:
            _read(columns)


def choice_in_place(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """Why columns may not be chosen so; None where they may."""
    held: exp.Expr | None = node.parent
    inside, filtering = node, False
    while held is not None and not isinstance(held, exp.Query):
        # Of what is chosen in a FILTER DuckDB takes the last column alone, whichever is summed.
        filtering = filtering or (isinstance(held, exp.Filter) and inside.arg_key == "expression")
        inside = held
        held = held.parent
    listed = isinstance(held, exp.Select) and inside.arg_key == "expressions" and not _is_star(inside)
    fits = CHOSEN in node.meta and listed and not filtering and inside.find(exp.Query, exp.Lambda) is None
    return None if fits and dialect == "duckdb" else _REFUSED


def choices_in(expression: exp.Expr) -> list[exp.Columns]:
    """Every place of an expression where columns are chosen, queries in it aside."""
    met = expression.walk(prune=lambda node: isinstance(node, exp.Query))
    return [node for node in met if isinstance(node, exp.Columns)]


def write_out(
    expression: exp.Expr, dialect: Dialect, expand: Callable[[exp.Expr], list[exp.Expr]]
) -> list[exp.Expr]:
    """One copy of the expression for each column chosen in it; `expand` gives the columns of a star."""
    places = choices_in(expression)
    first = places[0]
    if any(place != first or place.meta[CHOSEN] != first.meta[CHOSEN] for place in places):
        raise GuardViolation(
            "forbidden_node", "One expression chooses columns in one way.", position_of(expression)
        )
    columns = _of_choice(first, expand(first.this), dialect)
    if len(columns) * sum(1 for _ in expression.walk()) > MAX_CHOSEN:
        raise GuardViolation("too_large", "COLUMNS would become too much SQL.", position_of(expression))
    return [_copy(expression, column) for column in columns]


def _read(columns: exp.Columns) -> None:
    held = columns.this
    if columns.args.get("unpack"):
        return
    if is_text(held):
        _mark(columns, exp.Star(), "regex", [held.name])
    elif _is_star(held):
        _mark(columns, held, "", [])
    elif isinstance(held, exp.Array) and held.expressions and all(map(is_text, held.expressions)):
        _mark(columns, exp.Star(), "names", [text.name for text in held.expressions])
    elif isinstance(held, exp.Lambda) and isinstance(held.this, _LIKES) and len(held.expressions) == 1:
        likes = held.this
        if likes.this == held.expressions[0] and is_text(likes.expression):
            how = type(likes).__name__ + ("/not" if likes.args.get("negate") else "")
            _mark(columns, exp.Star(), how, [likes.expression.name])


def _mark(columns: exp.Columns, star: exp.Expr, how: str, texts: list[str]) -> None:
    if (how == "regex" or how.startswith("SimilarTo")) and not is_tame(texts[0]):
        return
    columns.set("this", star)
    columns.meta[CHOSEN] = Choice(how, tuple(texts))


def _chosen(star: exp.Expr, how: str, texts: list[str]) -> exp.Columns:
    node = exp.Columns()
    _mark(node, star, how, texts)
    return node


def _is_star(node: exp.Expr | None) -> bool:
    """`*`, `* EXCLUDE (a)`, `t.*`."""
    star = node.this if isinstance(node, exp.Column) else node
    return isinstance(star, exp.Star) and not star.args.get("replace") and not star.args.get("rename")


def _is_item(node: exp.Expr) -> bool:
    return isinstance(node.parent, exp.Select) and node.arg_key == "expressions"


def _of_choice(place: exp.Columns, columns: list[exp.Expr], dialect: Dialect) -> list[exp.Expr]:
    choice: Choice = place.meta[CHOSEN]
    if choice.how == "names":
        known = {fold(column.name, dialect) for column in columns}
        for text in choice.texts:
            if fold(text, dialect) not in known:
                raise GuardViolation(
                    "unknown_column", f"There is no column {text!a} here.", position_of(place)
                )
    fits = _fitting(choice, dialect)
    if _steps(choice, columns) > MAX_STEPS:
        raise GuardViolation(
            "too_large",
            "This pattern takes too long with so many columns: COLUMNS(['a', 'b']).",
            position_of(place),
        )
    chosen = [column for column in columns if fits(column.name)]
    if not chosen:
        raise GuardViolation("unknown_column", "COLUMNS chooses no column here.", position_of(place))
    return chosen


def _fitting(choice: Choice, dialect: Dialect) -> Callable[[str], bool]:
    how, _, negated = choice.how.partition("/")
    if not how:
        return lambda called: True
    if how == "names":
        wanted = {fold(text, dialect) for text in choice.texts}
        return lambda called: fold(called, dialect) in wanted
    text = choice.texts[0]
    if how in ("regex", "SimilarTo"):  # SIMILAR TO finds a part of a name, too
        searched = re.compile(text, re.ASCII)
        return lambda called: (searched.search(called) is not None) is not bool(negated)
    if how == "ILike":
        return lambda called: is_like(called.lower(), text.lower()) is not bool(negated)
    return lambda called: is_like(called, text) is not bool(negated)


def _steps(choice: Choice, columns: Sequence[exp.Expr]) -> int:
    """How many steps a search may take that tries every way to divide each name between the parts of a pattern."""
    if choice.how != "regex" and not choice.how.startswith("SimilarTo"):
        return 0
    bare = _ASIDE.sub("x", choice.texts[0]).replace("(?:", "(")
    free = 1 + len(_OPEN.findall(bare))  # where it begins is free, too
    ways = (1 + bare.count("|")) ** max(1, bare.count("("))
    return sum(ways * (1 + len(column.name)) ** free for column in columns)


def is_like(name: str, pattern: str) -> bool:
    """Whether a name is LIKE a pattern, in a time that is bounded by their lengths: each part where it fits first."""
    first, *others = pattern.split("%")
    if not _stands(name, first, 0) or not others:
        return len(name) == len(first) and _stands(name, first, 0)
    at, end = len(first), len(name) - len(others[-1])
    for part in others[:-1]:
        while at + len(part) <= end and not _stands(name, part, at):
            at += 1
        at += len(part)
        if at > end:
            return False
    return at <= end and _stands(name, others[-1], end)


def _stands(name: str, part: str, at: int) -> bool:
    return len(name) - at >= len(part) and all(
        due in ("_", letter) for due, letter in zip(part, name[at:], strict=False)
    )


def _copy(expression: exp.Expr, column: exp.Expr) -> exp.Expr:
    """The expression of one column, under its name."""
    made = expression.copy()
    if isinstance(made, exp.Columns):
        return column.copy()
    for place in choices_in(made):
        swap(place, column.copy())
    return made if isinstance(made, exp.Alias) else exp.Alias(this=made, alias=name(column.name))
