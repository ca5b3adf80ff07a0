"""Finding the part that the settings name.

A plug-in is a module that binds the name `plugin` to a frozen dataclass. The
dataclass's fields are the plug-in's options and its `__call__` is its work, so that
a part is plain data: it can be compared, pickled, and used in a cache key.

A bare name (`centroid`) is a module of ours; a dotted name (`acme.neural`) is anybody's.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules, resolve_name
from types import ModuleType
from typing import Any

from pydantic import TypeAdapter, ValidationError

from flows.newsroom.errors import SettingsError


def load_plugin(package: str, name: str, options: Mapping[str, object] | None = None) -> Any:  # noqa: ANN401 - the caller knows its protocol
    """Build the plug-in called `name`.

    Args:
        package: Where plug-ins of this kind live, such as `flows.newsroom.summarisers`.
        name: The module within `package`, or a dotted path to a module elsewhere.
        options: Values for the plug-in's fields, as read from the settings.

    Returns:
        The plug-in.

    Raises:
        SettingsError: There is no such plug-in, or it does not take these options.
    """
    path = name if "." in name else f"{package}.{name}"
    kind = package.rpartition(".")[2]
    try:
        plugin = resolve_name(f"{path}:plugin")
    except (ImportError, AttributeError) as error:
        known = list(plugin_names(import_module(package)))
        if name in known:
            raise SettingsError(f"{name!r} among the {kind} cannot be used: {error}.") from error
        raise SettingsError(f"There is no {name!r} among the {kind}. Choose one of: {', '.join(known)}.") from error
    try:
        return TypeAdapter(plugin).validate_python(dict(options or {}), extra="forbid")
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise SettingsError(f"The options of {name!r} among the {kind} do not fit: {wrong}.") from error


def plugin_names(package: ModuleType) -> Iterator[str]:
    """The names of all plug-ins that `package` holds, sorted."""
    names = (module.name for module in iter_modules(package.__path__) if not module.name.startswith("_"))
    return iter(sorted(names))
