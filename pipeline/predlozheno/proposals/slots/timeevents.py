"""What «до» and «к» lead up to in a time: days, seasons, meetings, events."""

from __future__ import annotations

from predlozheno.proposals.slots.timeparts import (
    CLOCK,
    DATE,
    EDGE,
    MONTH,
    NEXT,
    PART,
    SOON,
    WEEKDAY,
    YEAR,
    stems,
)


def before_what() -> str:
    """What «до» and «к» lead up to."""
    feast = rf"(?:{stems('feasts')}|{stems('seasons')})[а-я]*"
    meeting = rf"{stems('meetings')}[а-я]*"
    agreeing = r"(?:\d+-го|[а-я]+(?:ого|его|ой|ей|ых|их|ому|ему|ым|им))\s+"
    return (
        rf"(?:{DATE}|{NEXT}{WEEKDAY}|(?:{CLOCK}|{stems('day_parts')})"
        rf"(?:\s+(?:в )?(?:{WEEKDAY}|{DATE}|{SOON}))?|{SOON}"
        rf"|{EDGE}\s+(?:дня|смены|рабочего дня)|{PART}"
        rf"|(?:{EDGE}\s+)?(?:{agreeing}|(?!комисси|совет|правлени|президиум))(?:{meeting}|{feast})(?:\s+{MONTH}|\s+{YEAR})?"
        rf"|дн[юя] (?:[а-я]+(?:ого|его|ой|ей|ых|их) )?[а-я]+"
        rf"|(?:(?:стар|лунн|наступ)[а-я]+ )?нов(?:ого|ому) год[ау]"
        rf"|(?:эт|т)о(?:го|му) времени)"
    )


def event_of() -> str:
    """«Завершения консультаций»: an event, with one word of what it happens to."""
    agreeing = r"(?:[а-я]+(?:ого|его|ой|ей|ых|их)\s+)?"
    complement = (
        r"(?:\s+(?:(?:всех|[а-я]+(?:ого|его|ой|ей|ых|их))\s+)?(?!котор|на\b|в\b|и\b|с\b|по\b"
        r"|не\b|к\b|за\b|из\b)[а-я]+(?<!ть)(?<!ти)(?<!ться)(?<!чь))?"
    )
    return rf"{agreeing}(?!{stems('not_events')}){stems('events')}[а-я]*{complement}"
