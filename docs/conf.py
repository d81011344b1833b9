"""Sphinx settings: MyST pages, Furo theme."""

from overtone import __version__

project = "Overtone"
author = "The Overtone developers"
release = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = f"Overtone {release}"
autodoc_member_order = "bysource"
