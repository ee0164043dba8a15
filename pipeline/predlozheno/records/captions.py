"""What columns and values are called where people read them: as in the schema, or in Russian."""

from __future__ import annotations

from datetime import date

from predlozheno.records.table import COLUMNS, Cell, Column

LANGUAGES = ("en", "ru")

_CAPTIONS = {
    "id": "код",
    "document": "документ",
    "meeting_date": "дата заседания",
    "section": "раздел",
    "item": "пункт",
    "speaker": "выступающий",
    "kind": "вид",
    "status": "статус",
    "polarity": "за или против",
    "procedural": "процедурное",
    "proposers": "кто предложил",
    "addressees": "кому",
    "executors": "исполнители",
    "established": "что создать",
    "reformed": "что преобразовать",
    "joined": "куда войти",
    "hosts": "при ком, где",
    "partners": "с кем",
    "content": "содержание",
    "action": "действие",
    "purpose": "цель",
    "deadline": "срок",
    "deadline_date": "срок (дата)",
    "period": "период",
    "recurrence": "повторяемость",
    "vote_for": "голосов за",
    "vote_against": "голосов против",
    "vote_abstained": "воздержались",
    "outcome": "чем закончилось",
    "evidence": "слова источника",
    "page": "страница",
    "start": "начало",
    "end": "конец",
    "rule": "правило",
    "confidence": "уверенность",
}

_VALUES = {
    "proposal": "предложение",
    "recommendation": "рекомендация",
    "request": "просьба",
    "assignment": "поручение",
    "decision": "решение",
    "agreement": "договорённость",
    "wish": "пожелание",
    "need": "необходимость",
    "proposed": "выдвинуто",
    "adopted": "принято",
    "rejected": "отклонено",
    "postponed": "отложено",
    "withdrawn": "снято",
    "for": "за",
    "against": "против",
    "addressee": "адресат",
    "executor": "исполнитель",
    "established": "создаётся",
    "reformed": "меняется",
    "joined": "вступают в",
    "host": "при ком",
    "partner": "с кем",
}
_MEANT = {russian: value for value, russian in _VALUES.items()}


def captions(lang: str) -> list[str]:
    """The captions of the table's columns, in their order."""
    return [_CAPTIONS[column.name] if lang == "ru" else column.name for column in COLUMNS]


def named(value: str, lang: str) -> str:
    """What a kind, status, polarity or role is called."""
    return _VALUES[value] if lang == "ru" else value


def meant(column: Column, text: str, lang: str) -> str:
    """Undoes `shown` for the values of a category."""
    return _MEANT.get(text, text) if lang == "ru" and column.values else text


def shown(column: Column, value: Cell, lang: str) -> str:
    """A cell as text: dates in ISO, «True» and «да», «0.9» and «0,9»; empty where there is nothing."""
    if value is None:
        return ""
    if isinstance(value, str):
        return named(value, lang) if column.values else value
    if isinstance(value, bool) and lang == "ru":
        return "да" if value else "нет"
    if isinstance(value, float) and lang == "ru":
        return str(value).replace(".", ",")
    return value.isoformat() if isinstance(value, date) else str(value)
