"""`predlozheno schema`: the JSON Schema of a record."""

from __future__ import annotations

import typer


def schema() -> None:
    """Print the JSON Schema of one line of proposals.jsonl."""
    import json

    from predlozheno.records.schema import json_schema

    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
