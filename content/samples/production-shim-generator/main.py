"""Generates the ObjectScript class of a business process from a Python class.

The author writes callbacks in Python. The generated class has the inherited methods,
whose ByRef and Output arguments Python has no form for, and forwards each of them. Its
structure is checked here. It was not compiled on InterSystems IRIS.
"""

import inspect
import re
import sys
import textwrap
from collections.abc import Callable
from types import ModuleType, SimpleNamespace
from typing import Any

# region generator
P = "%Library.Persistent"
CALLBACKS = {
    "on_init": ("OnInit", ""),
    "on_request": ("OnRequest", f"request As {P}, Output response As {P}"),
    "on_response": (
        "OnResponse",
        f"request As {P}, ByRef response As {P}, callrequest As {P}, "
        f"callresponse As {P}, pCompletionKey As %String",
    ),
    "on_error": (
        "OnError",
        f"request As {P}, ByRef response As {P}, callrequest As {P}, "
        "pErrorStatus As %Status, pCompletionKey As %String",
    ),
    "on_complete": ("OnComplete", f"request As {P}, ByRef response As {P}"),
    "on_tear_down": ("OnTearDown", ""),
}
IN_PYTHON = {
    "callrequest": "call_request",
    "callresponse": "call_response",
    "pErrorStatus": "error_status",
    "pCompletionKey": "completion_key",
}
TYPES = {
    bool: "%Boolean",
    float: "%Double",
    int: "%Integer",
    str: '%String(MAXLEN = "")',
}
EXTENDS = "Ens.BusinessProcess [ ClassType = persistent ]"
RESERVED = ("Ens", "EnsLib", "EnsPortal", "CSPX")


def business_process(class_name: str, *, module: str) -> Callable[[type], type]:
    """Check the class, move its state to the host, keep the text in `.objectscript`."""

    def decorate(component: type) -> type:
        check(class_name, component)
        component.objectscript = class_text(class_name, module, component)
        for name in inspect.get_annotations(component):
            setattr(component, name, HostState(pascal(name)))
        return component

    return decorate


def check(class_name: str, component: type) -> None:
    """Refuse what would fail on the server, or do nothing there without a word."""
    package = class_name.partition(".")[0]
    if package in RESERVED:
        raise TypeError(f"{class_name}: the package {package} is reserved")
    for name in ("on_request", "on_response"):
        if not hasattr(component, name):
            raise TypeError(f"{class_name}: a process needs {name}")
    for name, (_, formal) in CALLBACKS.items():
        callback = getattr(component, name, None)
        if inspect.iscoroutinefunction(callback):
            raise TypeError(f"{class_name}: nobody would await {name}")
        expected = ["self", *(IN_PYTHON.get(item, item) for item in passed(formal))]
        if callback and list(inspect.signature(callback).parameters) != expected:
            raise TypeError(f"{class_name}: {name} takes ({', '.join(expected)})")


def passed(formal: str) -> list[str]:
    """The names of the arguments that carry something into the method."""
    return re.findall(r"(?:^|, )(?:ByRef )?(\w+) As", formal)


def class_text(class_name: str, module: str, component: type) -> str:
    """The whole class. Its storage is left to the compiler."""
    members = [
        f"Property {pascal(name)} As {TYPES[kind]}"
        f" [ InitialExpression = {literal(getattr(component, name))} ];\n"
        for name, kind in inspect.get_annotations(component).items()
    ]
    for callback in CALLBACKS:
        if hasattr(component, callback):
            members.append(forwarding(callback, module, component.__name__))
    return "\n".join(
        [
            f"/// {inspect.getdoc(component)}",
            f"/// Generated from {component.__name__} in {module}.py: do not edit.",
            f"Class {class_name} Extends {EXTENDS}",
            "{\n",
            *members,
            "}",
        ]
    )


def forwarding(callback: str, module: str, component: str) -> str:
    """The inherited method, and the Python method that it calls."""
    method, formal = CALLBACKS[callback]
    names = ", ".join(passed(formal))
    # A ByRef argument may be undefined, and reading it would be an error.
    values = re.sub(r"\bresponse\b", "$GET(response)", names)
    call = f"Do ..Python{method}({values})"
    if formal:  # None arrives as "", and leaves the response as it was
        call = (
            f"Set answer = ..Python{method}({values})\n"
            "If $ISOBJECT(answer) {\n    Set response = answer\n}"
        )
    return f"""\
Method {method}({formal}) As %Status
{{
    Set status = $$$OK
    Try {{
{textwrap.indent(call, " " * 8)}
    }} Catch ex {{
        Set status = ex.AsStatus()
    }}
    Quit status
}}

Method Python{method}({names}) [ Language = python ]
{{
    from {module} import {component}
    return {component}(self).{callback}({names})
}}
"""


def pascal(name: str) -> str:
    return "".join(word.capitalize() for word in name.split("_"))


def literal(value: bool | float | str) -> str:
    """A constant of ObjectScript, which writes quotes twice and has no booleans."""
    if isinstance(value, str):
        return '"' + value.replace('"', '""') + '"'
    return str(int(value) if isinstance(value, bool) else value)
# endregion


# region base
class HostState:
    """An attribute that lives in a property of the host, which IRIS saves."""

    def __init__(self, name: str) -> None:
        self.property = name

    def __get__(self, process: Any, owner: type) -> Any:
        return getattr(process.host, self.property)

    def __set__(self, process: Any, value: Any) -> None:
        setattr(process.host, self.property, value)


class Process:
    """Made anew for each callback, around the ObjectScript object that stays."""

    def __init__(self, host: Any) -> None:
        self.host = host

    def send(self, target: str, request: Any, key: str) -> None:
        import iris  # only there in Embedded Python

        iris.check_status(self.host.SendRequestAsync(target, request, 1, key))
# endregion


# region component
@business_process("Demo.Triage", module="triage")
class Triage(Process):
    """Asks two departments, and answers with the more urgent of their replies."""

    highest: int = -1
    answered_by: str = ""

    def on_request(self, request):
        for department in ("Laboratory", "Radiology"):
            self.send(department, request, key=department)

    def on_response(
        self, request, response, call_request, call_response, completion_key
    ):
        if call_response.Urgency <= self.highest:
            return None  # the response stays as it is
        self.highest = call_response.Urgency
        self.answered_by = completion_key
        return call_response

    def on_complete(self, request, response):
        if not self.answered_by:
            raise LookupError("no department replied")
# endregion


def methods_of(text: str) -> dict[str, tuple[str, str]]:
    """Header and body of each method by name, or an error of structure."""
    depth = 0
    for brace in re.findall(r"[{}]", re.sub(r'///.*|"[^"]*"', "", text)):
        depth += 1 if brace == "{" else -1
        assert depth >= 0, "a brace closes nothing"
    assert depth == 0, "a brace is not closed"
    found = re.findall(r"^(Method (\w+).*)\n\{\n((?: {4}.*\n)+)\}$", text, re.M)
    assert len(found) == text.count("\nMethod "), "a method is not well formed"
    return {name: (header, textwrap.dedent(body)) for header, name, body in found}


def as_function(header: str, body: str) -> Callable[..., Any]:
    """A Python method as the server has it: `self` is the ObjectScript object."""
    assert header.endswith(") [ Language = python ]"), header
    names = header.partition("(")[2].partition(")")[0]
    scope: dict[str, Any] = {}
    exec(f"def method(self, {names}):\n" + textwrap.indent(body, "    "), scope)
    return scope["method"]


class Host:
    """Stands in for the object that IRIS keeps between two callbacks."""

    Highest, AnsweredBy = -1, ""

    def __init__(self) -> None:
        self.sent: list[tuple[Any, ...]] = []

    def SendRequestAsync(self, *arguments: Any) -> int:
        self.sent.append(arguments)
        return 1


def prove_structure(text: str) -> dict[str, tuple[str, str]]:
    methods = methods_of(text)
    callbacks = ["OnRequest", "OnResponse", "OnComplete"]
    assert [*methods] == [p + name for name in callbacks for p in ("", "Python")]
    persistent = "As %Library.Persistent"
    assert methods["OnResponse"][0] == (
        f"Method OnResponse(request {persistent}, ByRef response {persistent}, "
        f"callrequest {persistent}, callresponse {persistent}, "
        "pCompletionKey As %String) As %Status"
    )
    try:  # the control: a text with one brace less is found out
        methods_of(text.replace("{", "", 1))
    except AssertionError:
        return methods
    raise AssertionError("the check of the structure is blind")


def prove_forwarding(methods: dict[str, tuple[str, str]]) -> None:
    sys.modules["triage"] = ModuleType("triage")
    sys.modules["triage"].Triage = Triage
    sys.modules["iris"] = SimpleNamespace(check_status=lambda status: None)
    on_request, on_response, on_complete = (
        as_function(*methods[f"Python{name}"])
        for name in ("OnRequest", "OnResponse", "OnComplete")
    )
    urgent, routine = SimpleNamespace(Urgency=5), SimpleNamespace(Urgency=1)
    host = Host()
    assert on_request(host, "order") is None
    departments = ("Laboratory", "Radiology")
    assert host.sent == [(name, "order", 1, name) for name in departments]
    assert on_response(host, "order", "", "order", urgent, "Radiology") is urgent
    assert on_response(host, "order", urgent, "order", routine, "Laboratory") is None
    assert (host.Highest, host.AnsweredBy) == (5, "Radiology"), "state was lost"
    on_complete(host, "order", urgent)
    try:
        on_complete(Host(), "order", "")
    except LookupError:
        return
    raise AssertionError("an exception of the callback did not come through")


def prove_refusals() -> None:
    async def coroutine(self, request): ...

    good = {"on_request": Triage.on_request, "on_response": Triage.on_response}
    cases = [
        ("nobody would await on_request", "Demo", good | {"on_request": coroutine}),
        ("on_init takes (self)", "Demo", good | {"on_init": Triage.on_request}),
        ("a process needs on_response", "Demo", {"on_request": Triage.on_request}),
        ("the package Ens is reserved", "Ens", good),
    ]
    for reason, package, callbacks in cases:
        try:
            register = business_process(f"{package}.Broken", module="broken")
            register(type("Broken", (), callbacks))
        except TypeError as error:
            assert str(error) == f"{package}.Broken: {reason}", error
        else:
            raise AssertionError(f"accepted although {reason}")


def main() -> None:
    prove_forwarding(prove_structure(Triage.objectscript))
    prove_refusals()
    print(Triage.objectscript)  # nothing else, so the output is a class file


if __name__ == "__main__":
    main()
