"""The limits of the house, held by a check: sizes, types of import, names of files, words left over."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "overtone"
FILES = sorted(PACKAGE.rglob("*.py"))
DOORLESS = ("read", "measure", "assess", "brief", "language")
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base"}


def code_lines(tree: ast.Module, source: str) -> int:
    """Lines that are neither blank, nor comment, nor docstring."""
    docstrings: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and ast.get_docstring(
            node
        ):
            first = node.body[0]
            docstrings.update(range(first.lineno, (first.end_lineno or first.lineno) + 1))
    lines = enumerate(source.splitlines(), start=1)
    return sum(1 for n, line in lines if line.strip() and not line.strip().startswith("#") and n not in docstrings)


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a module, nested ones too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.fixture(params=FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def parsed(request: pytest.FixtureRequest) -> tuple[Path, str, ast.Module]:
    """One file of the package: path, source, tree."""
    path: Path = request.param
    source = path.read_text("utf-8")
    return path, source, ast.parse(source)


def test_no_file_has_more_than_300_code_lines(parsed: tuple[Path, str, ast.Module]) -> None:
    _, source, tree = parsed
    assert code_lines(tree, source) <= 300


def test_no_function_has_more_than_60_lines_or_6_parameters(parsed: tuple[Path, str, ast.Module]) -> None:
    for function in functions(parsed[2]):
        length = (function.end_lineno or function.lineno) - function.lineno + 1
        # A click command takes one parameter for each of its options: the command line is its options record.
        is_command = any("command(" in ast.unparse(d) for d in function.decorator_list)
        spec = function.args
        count = len([a for a in (*spec.posonlyargs, *spec.args, *spec.kwonlyargs) if a.arg not in ("self", "cls")])
        assert length <= 60, f"{function.name} has {length} lines"
        assert is_command or count <= 6, f"{function.name} has {count} parameters"


def test_no_class_has_more_than_15_methods(parsed: tuple[Path, str, ast.Module]) -> None:
    for node in ast.walk(parsed[2]):
        if isinstance(node, ast.ClassDef):
            methods = [n for n in node.body if isinstance(n, ast.FunctionDef) and not n.name.startswith("__")]
            assert len(methods) <= 15, node.name


def test_no_type_checking_imports_and_no_broad_catch(parsed: tuple[Path, str, ast.Module]) -> None:
    path, source, tree = parsed
    assert "TYPE_CHECKING" not in source
    if path.name in {"intake.py", "edition.py"}:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None
            assert ast.unparse(node.type) not in {"Exception", "BaseException"}


def test_no_file_is_a_drawer() -> None:
    assert not [path for path in FILES if path.stem in DRAWERS]


def test_nothing_is_left_open(parsed: tuple[Path, str, ast.Module]) -> None:
    assert not re.search(
        r"TODO|FIXME|XXX|NotImplementedError|pragma: no cover|type: ignore|noqa|keep in sync", parsed[1]
    )


def test_only_the_language_room_asks_which_language_it_is(parsed: tuple[Path, str, ast.Module]) -> None:
    path, _, tree = parsed
    if PACKAGE / "language" in path.parents:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            text = ast.unparse(node)
            assert not re.search(r"lang(uage)?\b.*'(en|ru|be)'|'(en|ru|be)'.*lang", text), text


@pytest.mark.parametrize("room", DOORLESS)
def test_a_doorless_room_asks_no_clock(room: str) -> None:
    for path in (PACKAGE / room).rglob("*.py"):
        source = path.read_text("utf-8")
        assert not re.search(r"\b(datetime\.now|date\.today|utcnow|time\.time)\b", source), path


def test_half_of_the_functions_are_short() -> None:
    lengths = sorted(
        (f.end_lineno or f.lineno) - f.lineno + 1
        for path in FILES
        for f in functions(ast.parse(path.read_text("utf-8")))
    )
    assert lengths[len(lengths) // 2] <= 14
    assert lengths[len(lengths) * 9 // 10] <= 34


def only_declares(tree: ast.Module) -> bool:
    """Whether no function of a file has a body and no pattern is made in it: protocols, records, lists of words."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Lambda):
            return False
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            says = [s for s in node.body if not (isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant))]
            if says:
                return False
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile":
            return False
    return True


@pytest.mark.parametrize(
    ("source", "declares"),
    [
        ('class A(Protocol):\n    code: str\n    def words(self, text: str) -> int:\n        """Count."""', True),
        ("class A(Protocol):\n    def words(self) -> int: ...", True),
        ("@dataclass(frozen=True)\nclass A:\n    start: int = 0", True),
        ('WORDS = frozenset({"a"}) | frozenset("b c".split())', True),
        ("class A:\n    @property\n    def id(self) -> int:\n        return 1", False),
        ("def one() -> int:\n    return 1", False),
        ("class A:\n    async def one(self) -> None:\n        pass", False),
        ("KINDS = {1: lambda x: x}", False),
        ('WORD = re.compile("a")', False),
    ],
)
def test_only_a_file_that_declares_and_does_nothing_may_go_untested(source: str, declares: bool) -> None:
    assert only_declares(ast.parse(source)) is declares


def test_each_file_has_its_test() -> None:
    exempt = {"__init__", "__main__"}
    missing = []
    for path in FILES:
        inside = path.relative_to(PACKAGE)
        if path.stem in exempt or inside.parts[0] in {"records", "cli", "bench"}:
            continue
        test = ROOT / "tests" / inside.parent / f"test_{path.stem}.py"
        if not test.exists() and not only_declares(ast.parse(path.read_text("utf-8"))):
            missing.append(str(inside))
    assert not missing


def test_no_path_of_a_machine_is_committed() -> None:
    places = re.compile(r"(^|[^A-Za-z0-9_.~-])/(work|farm|root|home/[a-z]+)/")
    texts = [*FILES, *(ROOT / "tests").rglob("*.py"), *(ROOT / "docs").rglob("*.md"), ROOT / "README.md"]
    assert not [str(p) for p in texts if p != Path(__file__).resolve() and places.search(p.read_text("utf-8"))]
