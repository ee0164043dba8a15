"""The data model in Markdown, made from the schema: what each field of a record means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from predlozheno.records.schema import SCHEMA_VERSION, json_schema
from predlozheno.records.table import COLUMNS

_HEAD = """# The data model

Made from the schema by `make docs`; changes made here are lost.

One line of `proposals.jsonl` is one record, a JSON object. The schema's version is {version}; to see it:

    predlozheno schema

Offsets are half-open, in characters, into the text that the run keeps under `sources/`: exactly what the
author wrote, line breaks and all. A field that does not apply is `null`, an empty list, or `false`. What
kinds, statuses and roles mean, with examples, tell [the guidelines](../corpus/GUIDELINES.md).
"""
_TABLE = """
## The table

CSV, XLSX and the pandas table have one row a record and these columns; the JSON field that each is made
from stands beside it. Several parties are joined by `; `.

| column | from |
|---|---|
"""
# Beside the record itself, in the order in which it names them.
_SHOWN_FIRST = "Proposal"


def data_model() -> str:
    """The page `docs/data-model.md`: every model with its fields, every choice, every column."""
    schema = json_schema()
    definitions = schema["$defs"]
    parts = [_HEAD.format(version=SCHEMA_VERSION), *_model(_SHOWN_FIRST, schema, definitions)]
    for name, definition in definitions.items():
        told = _choices(name, definition) if "enum" in definition else None
        parts += told or _model(name, definition, definitions)
    parts.append(_TABLE)
    parts += [f"| `{column.name}` | `{column.field}` |\n" for column in COLUMNS]
    return "".join(parts)


def _model(name: str, model: Mapping[str, Any], definitions: Mapping[str, Any]) -> list[str]:
    parts = [f"\n## {name}\n\n{_said(model)}\n\n| field | type | meaning |\n|---|---|---|\n"]
    for field, told in model["properties"].items():
        # The schema leaves out what the choice's own description says already.
        said = _said(told) or _said(definitions[_name(told["$ref"])])
        parts.append(f"| `{field}` | {_type(told)} | {said} |\n")
    return parts


def _choices(name: str, definition: Mapping[str, Any]) -> list[str]:
    values = ", ".join(f"`{value}`" for value in definition["enum"])
    return [f"\n## {name}\n\n{_said(definition)}\n\nOne of {values}.\n"]


def _said(told: Mapping[str, Any]) -> str:
    return " ".join(str(told.get("description", "")).split())


def _name(reference: str) -> str:
    return reference.rpartition("/")[2]


def _type(told: Mapping[str, Any]) -> str:
    if "$ref" in told:
        name = _name(told["$ref"])
        return f"[{name}](#{name.lower()})"
    if "anyOf" in told:
        return " or ".join(_type(one) for one in told["anyOf"])
    if "prefixItems" in told:
        return f"[{', '.join(_type(one) for one in told['prefixItems'])}]"
    if told.get("type") == "array":
        return f"list of {_type(told['items'])}"
    return str(told.get("type", "any"))
