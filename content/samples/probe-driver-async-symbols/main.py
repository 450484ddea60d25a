"""Does the installed driver hold async names? It needs the package, and no server.

It imports the driver and walks its public names, then searches the installed files.
Other packages may be named on the command line, such as asyncpg, as a control.
Exit 0 with an answer, 2 when it could not be asked.
"""

import ast
import importlib
import importlib.metadata
import inspect
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

DISTRIBUTION = "intersystems-irispython"
MODULES = ["iris", "iris.dbapi"]
PROTOCOLS = ["__await__", "__aenter__", "__aiter__", "__anext__"]
COMPILED = {".so", ".pyd", ".dll", ".dylib"}


# region demo
def is_async(value: object) -> bool:
    """A coroutine function, an async generator, or a type that can be awaited."""
    if inspect.isclass(value):
        return any(hasattr(value, name) for name in PROTOCOLS)
    return inspect.iscoroutinefunction(value) or inspect.isasyncgenfunction(value)


def async_names(module: ModuleType) -> Iterator[str]:
    """The public async names of a module, and of the classes in it."""
    for name in sorted(vars(module)):
        value = getattr(module, name)
        if name.startswith("_") or inspect.ismodule(value):
            continue
        if is_async(value):
            yield f"{module.__name__}.{name}"
        if inspect.isclass(value):
            for member in sorted(dir(value)):
                found = inspect.getattr_static(value, member, None)
                found = getattr(found, "__func__", found)  # static and class methods
                if not member.startswith("_") and is_async(found):
                    yield f"{module.__name__}.{name}.{member}"


def async_files(files: Iterable[Path]) -> Iterator[str]:
    """Python files with `async def`, and compiled ones that name asyncio.

    A compiled coroutine can hide from inspect. Its text cannot hide from this.
    """
    for file in sorted(files):
        if file.suffix == ".py":
            tree = ast.parse(file.read_bytes())
            if any(isinstance(node, ast.AsyncFunctionDef) for node in ast.walk(tree)):
                yield "/".join(file.parts[-2:])
        elif file.suffix in COMPILED:
            data = file.read_bytes()
            if b"asyncio" in data or b"__await__" in data:
                yield "/".join(file.parts[-2:])
# endregion


def installed_files(name: str) -> tuple[str, str, list[Path]]:
    """Version, wheel tags and searchable files of a distribution."""
    distribution = importlib.metadata.distribution(name)
    wheel = (distribution.read_text("WHEEL") or "").splitlines()
    tags = [line.removeprefix("Tag: ") for line in wheel if line.startswith("Tag: ")]
    paths = [Path(str(file.locate())) for file in distribution.files or []]
    wanted = [path for path in paths if path.suffix in COMPILED | {".py"}]
    return distribution.version, " ".join(tags) or "unknown", wanted


def cannot_ask(reason: str) -> int:
    print(f"verdict: not asked ({reason})")
    return 2


def report(distribution: str, modules: list[str]) -> int:
    try:
        version, tags, files = installed_files(distribution)
        names = [
            name
            for module in modules
            for name in async_names(importlib.import_module(module))
        ]
        hits = list(async_files(files))
    except Exception as error:  # whatever a foreign package does when it is loaded
        return cannot_ask(f"{distribution}: {error!r}")
    if not files:
        return cannot_ask(f"{distribution} lists no files to search")
    print(f"package: {distribution} {version}")
    print(f"wheel-tags: {tags}")
    print(f"files-searched: {len(files)}")
    print(f"async-names: {' '.join(names) or 'none'}")
    print(f"async-files: {' '.join(hits) or 'none'}")
    print(f"verdict: {'async symbols found' if names or hits else 'no async symbols'}")
    return 0


def main() -> int:
    print(f"python: {sys.version.split()[0]}")
    # The control: both searches have to find something where something is.
    library = importlib.import_module("asyncio")
    names = list(async_names(library))
    hits = list(async_files(Path(str(library.__file__)).parent.glob("*.py")))
    if "asyncio.sleep" not in names or "asyncio.Queue.get" not in names or not hits:
        return cannot_ask("the control found nothing in asyncio")
    print("control: found names and files in asyncio")
    others = [report(name, [name]) for name in sys.argv[1:]]
    return max([report(DISTRIBUTION, MODULES), *others])


if __name__ == "__main__":
    sys.exit(main())
