"""What the protocol of a language asks for, compared with what a module offers."""

import inspect

from overtone.language import Language


def lacking(spoken: Language) -> list[str]:
    """Names that the module lacks or offers with other parameters."""
    asked = {name: value for name, value in vars(Language).items() if inspect.isfunction(value) and name[0] != "_"}
    wrong = [name for name in Language.__annotations__ if not getattr(spoken, name, None)]
    for name, method in asked.items():
        offered = getattr(spoken, name, None)
        wanted = list(inspect.signature(method).parameters)[1:]
        if offered is None or list(inspect.signature(offered).parameters) != wanted:
            wrong.append(name)
    return wrong
