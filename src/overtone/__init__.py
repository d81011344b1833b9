"""Overtone reads what governments say, and hears what they leave unsaid."""

__version__ = "0.1.0"
