"""Where a page stands in the site: its address, the way to what is around it, the same place in other languages."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from overtone.publish.rendering import emblem, stylesheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """One choice of the language switch: the same place in another language."""

    lang: str
    name: str
    href: str
    full: str  # absolute where a base address is known
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where a page stands in the site, and its way to everything around it."""

    root: str  # way up to the site's root: "../../"
    path: str  # of the page itself, from the root
    base_url: str
    tongues: tuple[Tongue, ...]

    @property
    def style(self) -> str:
        """The stylesheet's address."""
        return self.root + stylesheet()[0]

    @property
    def icon(self) -> str:
        """The icon's address."""
        return self.root + emblem()[0]

    @property
    def permalink(self) -> str:
        """The page's own address, absolute where a base address is known."""
        return address(self.base_url, self.root, self.path)

    def to(self, path: str) -> str:
        """The way to another file of the site, given from the root: in full where a base address is known."""
        if self.base_url:
            return f"{self.base_url}/{path}"
        return posixpath.relpath(path, posixpath.dirname(self.path))


def address(base_url: str, root: str, path: str) -> str:
    """A page's full address under the base, without `index.html`; the way from here where no base is known."""
    return f"{base_url}/{path.removesuffix('index.html')}" if base_url else root + path


def place(path: str, names: Mapping[str, str], lang: str, base_url: str) -> Setting:
    """The setting of a page whose address begins with its language; `names`: what each language calls itself."""
    root = "../" * path.count("/")
    tail = path.split("/", 1)[1]
    tongues = tuple(
        Tongue(
            lang=other,
            name=name,
            href=f"{root}{other}/{tail}",
            full=address(base_url, root, f"{other}/{tail}"),
            current=other == lang,
        )
        for other, name in names.items()
    )
    return Setting(root=root, path=path, base_url=base_url, tongues=tongues)
