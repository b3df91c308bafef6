"""Configs: YAML that a person wrote, read into settings, with all its mistakes at once."""

from pathlib import Path
from typing import Any

from briefgen.config.known import BESIDE, Known, project_root
from briefgen.model.query import Entity
from briefgen.model.settings import Settings

__all__ = ["BESIDE", "Known", "is_scheduled", "load", "load_entities", "project_root", "schema"]


def load(path: Path, known: Known | None = None) -> Settings:
    """Read a config and the entities beside it.

    `known` says which formats, citation styles and templates there are. Raises ConfigError with every mistake of both
    files, each with its path (as it was given), line and column, what is wrong and what would be right.
    """
    from briefgen.config.loading import load as load_config  # noqa: PLC0415 - a command without a config reads no YAML

    return load_config(path, known or Known())


def is_scheduled(path: Path) -> bool:
    """Say whether a file of YAML is a config with a schedule; nothing else of it is looked at. Raises ConfigError."""
    from briefgen.config.yaml12 import read_file  # noqa: PLC0415 - as above

    data = read_file(path).data
    return isinstance(data, dict) and data.get("schedule") is not None


def load_entities(path: Path) -> tuple[Entity, ...]:
    """Read a file of entities. Raises ConfigError with every mistake."""
    from briefgen.config.loading import load_entities as load_file  # noqa: PLC0415 - as above

    return load_file(path)


def schema(known: Known | None = None) -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a config, for editors: it is made of the definition that `load` uses."""
    from briefgen.config.keys import json_schema  # noqa: PLC0415 - a command without a config reads no YAML

    return json_schema(known or Known())
