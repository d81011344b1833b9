"""The desk as Django knows it: one application, with its tables and migrations."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Tables are named desk_…; every key is a 64-bit number."""

    name = "overtone.desk"
    label = "desk"
    default_auto_field = "django.db.models.BigAutoField"
