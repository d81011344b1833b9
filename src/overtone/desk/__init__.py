"""The desk: the tables of what people do (readers and sends today), and the small public service that subscribes them.

Django stands behind it and is imported only after `overtone.desk.configure.open_desk` has set it up; nothing of it is
imported with the package.
"""

from importlib.util import find_spec

from overtone.errors import SettingsError


def installed() -> None:
    """SettingsError where the extra `desk` is not installed."""
    if find_spec("django") is None or find_spec("waitress") is None:
        raise SettingsError("readers and sends need Django", next_step="pip install 'overtone[desk]'")
