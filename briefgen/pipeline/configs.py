"""The configs of a project, loaded with the names that they may use."""

from dataclasses import replace
from pathlib import Path

from briefgen import config, looks
from briefgen.model.settings import Remote, Settings


def configs_in(folder: Path) -> tuple[Path, ...]:
    """Give the files of a folder that may be configs, in the order of their names.

    Files of entities, publishers and picks are none, nor what begins with a dot: editors and file servers keep files
    of their own beside a config (`.#russia.yaml`, `._russia.yaml`).
    """
    names = sorted(path.name for path in folder.glob("*.yaml"))
    others = (*config.BESIDE, ".picks.yaml")
    return tuple(folder / name for name in names if not name.endswith(others) and not name.startswith("."))


def load(path: Path) -> Settings:
    """Load a config; it may use the templates of its project and the built-in ones. Raises ConfigError."""
    return config.load(path, config.Known(templates=looks.names(config.project_root(path))))


def fetched(settings: Settings) -> tuple[Settings, tuple[Remote, ...]]:
    """Leave out the remote sources that have not been fetched; gives them too."""
    absent = tuple(each for each in settings.remote if not each.folder.is_dir())
    folders = {each.folder for each in absent}
    return replace(settings, sources=tuple(each for each in settings.sources if each not in folders)), absent
