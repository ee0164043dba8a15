"""The settings with their types, as pydantic-settings finds and checks them."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from predlozheno.cli.options import EngineChoice, LanguageChoice, LogLevelChoice
from predlozheno.cli.settings import FILE, PREFIX
from predlozheno.errors import UsageError

log = logging.getLogger(__name__)

# A list may be written as a list, or as on the command line.
Listed = Annotated[
    str,
    NoDecode,
    BeforeValidator(lambda value: ",".join(value) if isinstance(value, list) else value),
]
Size = Annotated[
    str, BeforeValidator(lambda value: str(value) if isinstance(value, int) else value)
]
Positive = Annotated[int, Field(ge=1)]


class Settings(BaseSettings):
    """Every option that can be set once for all; None where it is not."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, toml_file=FILE, extra="forbid", env_ignore_empty=True
    )

    out: Path | None = None
    format: Listed | None = None
    kinds: Listed | None = None
    lang: LanguageChoice | None = None
    workers: Positive | None = None
    timeout: Annotated[float, Field(gt=0)] | None = None
    memory: Size | None = None
    max_file: Size | None = None
    max_unpacked: Size | None = None
    max_archive: Size | None = None
    max_members: Positive | None = None
    max_pages: Positive | None = None
    max_characters: Positive | None = None
    engine: EngineChoice | None = None
    scheduler: str | None = None
    models: Path | None = None
    frames: Path | None = None
    rules_only: bool | None = None
    log_level: LogLevelChoice | None = None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment goes before the file; nothing else is looked at."""
        return env_settings, TomlConfigSettingsSource(settings_cls)


def validated() -> dict[str, Any]:
    """The settings that somebody has set, by name, as the command line takes them.

    Raises:
        UsageError: where a name is unknown, or a value is none of its option.
    """
    for name in os.environ:
        if (
            name.startswith(PREFIX)
            and name.removeprefix(PREFIX).lower() not in Settings.model_fields
        ):
            # Another program's variable may begin so: no reason to stop, and none to keep quiet.
            log.warning("%s", _unknown(name, str.upper))
    try:
        return Settings().model_dump(mode="json", exclude_none=True)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        if first["type"] == "extra_forbidden":
            raise _unknown(f"{FILE}: {name}", str.lower) from error
        variable = f"{PREFIX}{name.upper()}"
        where = variable if os.environ.get(variable) else f"{FILE}: {name}"
        raise UsageError(f"{where}: {first['msg'].lower()}") from error


def _unknown(where: str, spelt: Any) -> UsageError:
    known = ", ".join(spelt(name) for name in sorted(Settings.model_fields))
    return UsageError(f"{where}: there is no such setting", hint=f"Known: {known}")
