"""The labelling interface that a Label Studio project needs."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from predlozheno.gold.exchange.parts import (
    CHOICES,
    CONTENT,
    FLAGS,
    LINKS,
    PARTY,
    PURPOSE,
    REJECT,
    TEXTS,
    TRIGGER,
)
from predlozheno.gold.files import Reason
from predlozheno.records.schema import PartySource, TimingType

FRAGMENT = "fragment"
_SPANS: dict[str, str] = {
    CONTENT: "#b7e1a8",
    TRIGGER: "#ffd24d",
    PARTY: "#9cc2ff",
    PURPOSE: "#cdbcff",
    **{str(type_): "#ffc38f" for type_ in TimingType},
    REJECT: "#c9ccd3",
}


def config() -> str:
    """The labelling interface, as XML, to be pasted into a new project."""
    spans = "\n".join(
        f'    <Label value="{label}" background="{colour}"/>' for label, colour in _SPANS.items()
    )
    links = "\n".join(f'    <Relation value="{name}"/>' for name in (TRIGGER, *LINKS, FRAGMENT))
    controls = [
        *(_choice_control(name, values, CONTENT) for name, values in CHOICES.items()),
        _choice_control("flags", FLAGS, CONTENT, multiple=True),
        *(_text_control(name, CONTENT) for name in TEXTS),
        _choice_control("source", tuple(PartySource), PARTY),
        *(_text_control(name, PARTY) for name in ("name", "canonical")),
        _text_control("value", ",".join(TimingType)),
        _choice_control("reason", tuple(Reason), REJECT),
        _text_control("reject_notes", REJECT),
    ]
    return (
        f'<View>\n  <Relations>\n{links}\n  </Relations>\n  <Labels name="span" toName="text">\n'
        f'{spans}\n  </Labels>\n  <Text name="text" value="$text" granularity="word"/>\n'
        + "\n".join(controls)
        + "\n</View>\n"
    )


def _control(tag: str, name: str, label: str, more: str) -> str:
    return (
        f'  <{tag} name="{name}" toName="text" perRegion="true" whenTagName="span"'
        f" whenLabelValue={quoteattr(label)}{more}"
    )


def _choice_control(name: str, values: Sequence[str], label: str, *, multiple: bool = False) -> str:
    listed = "".join(f'<Choice value="{value}"/>' for value in values)
    kind = "multiple" if multiple else "single"
    return _control("Choices", name, label, f' choice="{kind}">{listed}</Choices>')


def _text_control(name: str, label: str) -> str:
    more = f' placeholder="{name}" editable="true" showSubmitButton="false"/>'
    return _control("TextArea", name, label, more)
