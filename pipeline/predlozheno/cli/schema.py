"""`predlozheno schema`: the JSON Schema of a record."""

from __future__ import annotations

from typing import Annotated

import typer


def schema(
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Explain it in words, as docs/data-model.md does.")
    ] = False,
) -> None:
    """Print the JSON Schema of one line of proposals.jsonl."""
    import json

    from predlozheno.records.describing import data_model
    from predlozheno.records.schema import json_schema

    if markdown:
        typer.echo(data_model(), nl=False)
    else:
        typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
