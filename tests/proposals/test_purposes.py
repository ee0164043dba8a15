"""What a record is for: taken off either edge of its content, and what only looks like a purpose."""

from __future__ import annotations

import pytest

from predlozheno.extractor import load
from predlozheno.reading.document import Document

# The slots are the rules' work, whatever the ranking thinks of a sentence by itself.
RULES = load(rules_only=True)

WANTED: dict[str, str | None] = {
    "Предложил, дабы ускорить поставку, открыть склад.": "дабы ускорить поставку",
    "Предложил дополнить закон, с тем чтобы труд засчитывался в стаж.": (
        "с тем чтобы труд засчитывался в стаж"
    ),
    "Указал на необходимость закупить песок для подсыпки.": "для подсыпки",
    "Во избежание аварий водителям не заезжать во двор.": "Во избежание аварий",
    "Для экономии топлива решено отменить рейс.": "Для экономии топлива",
    "Решено отменить рейс, чтобы сберечь топливо.": "чтобы сберечь топливо",
    "Решено отменить рейс с целью сберечь топливо.": "с целью сберечь топливо",
    # A clause that completes the verb, a prayer, a thing's use.
    "Просит беречь воду и следить, чтобы дети не открывали кран.": None,
    "Ради всего святого, закройте окно!": None,
    "Предложил купить станок для литья под давлением.": None,
}


@pytest.mark.parametrize(("text", "wanted"), WANTED.items(), ids=range(len(WANTED)))
def test_what_a_record_is_for(text: str, wanted: str | None) -> None:
    found = RULES.extract(Document("протокол.txt", text)).proposals
    assert found
    purpose = found[-1].purpose
    assert (purpose.text.lstrip(", ") if purpose else None) == wanted
