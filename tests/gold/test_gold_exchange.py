"""Records go to a gold file, to Label Studio and to brat, and come back as they were."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from predlozheno.errors import GoldError, OutputError
from predlozheno.gold.documents import (
    GoldParty,
    GoldRecord,
    GoldReject,
    GoldTarget,
    GoldTiming,
    GoldVote,
    Mark,
)
from predlozheno.gold.exchange import brat, labelstudio
from predlozheno.gold.exchange.sheets import Sheet, of_gold, text_name
from predlozheno.gold.files import Reason
from predlozheno.gold.loading import gold_files, load
from predlozheno.gold.quoting import Quoter
from predlozheno.gold.writing import gold_text, write_gold
from predlozheno.records.schema import Kind, PartySource, Polarity, Role, Status, TimingType

CORPUS = Path(__file__).parents[2] / "corpus" / "gold"

WORDS = st.sampled_from(
    [
        "пруд",
        "отдел",
        "ре\u00adмонт",
        "совет",
        "Петров",
        "дом-2",
        "прове-\nсти",
        "🙂",
        "12%",
        "#2",
        "я",
    ]
)
GAPS = st.sampled_from([" ", "  ", "\n", "\r\n", "\r\n\r\n", "\t", ", ", ". ", " – ", "\u00a0"])
NAMES = st.none() | st.sampled_from(["совет", "Петров И.И.", 'ООО "Дом"; к°'])


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """A text of few words that stand in it again and again, with records of all sorts."""
    words = draw(st.lists(WORDS, min_size=4, max_size=24))
    source, places = "", []
    for word in words:
        places.append((len(source), len(source) + len(word)))
        source += word + draw(GAPS)

    def extent() -> tuple[int, int]:
        first = draw(st.integers(0, len(places) - 1))
        last = min(len(places) - 1, first + draw(st.integers(0, 3)))
        return places[first][0], places[last][1]

    def content() -> tuple[Mark, ...]:
        first = extent()
        rest = [place for place in places if source[first[1] : place[0]].strip()]
        if rest and draw(st.booleans()):
            return Mark(*first, ""), Mark(*draw(st.sampled_from(rest)), "")
        return (Mark(*first, ""),)

    def parties(cls: type[Any], **fields: st.SearchStrategy[Any]) -> tuple[Any, ...]:
        return tuple(
            cls(
                *extent(),
                "",
                draw(NAMES),
                draw(NAMES),
                draw(st.sampled_from(PartySource)),
                **{name: draw(values) for name, values in fields.items()},
            )
            for _ in range(draw(st.integers(0, 2)))
        )

    def record() -> GoldRecord:
        count = st.none() | st.integers(0, 30)
        return GoldRecord(
            id="",
            kind=draw(st.sampled_from(Kind)),
            status=draw(st.sampled_from(Status)),
            trigger=Mark(*extent(), ""),
            content=content(),
            proposers=parties(GoldParty),
            targets=parties(GoldTarget, role=st.sampled_from(Role)),
            purpose=Mark(*extent(), "") if draw(st.booleans()) else None,
            timing=tuple(
                GoldTiming(
                    *extent(),
                    "",
                    draw(st.sampled_from(TimingType)),
                    draw(st.sampled_from([None, "2025-03-01", "P2W"])),
                )
                for _ in range(draw(st.integers(0, 2)))
            ),
            polarity=draw(st.sampled_from(Polarity)),
            procedural=draw(st.booleans()),
            vote=draw(st.none() | st.builds(GoldVote, count, count, count, st.booleans())),
            section=draw(st.sampled_from([(), ("РЕШИЛИ",), ("1. Разное", "ПОСТАНОВИЛИ: всё")])),
            item=draw(st.sampled_from([None, "2.1", "а/3"])),
            speaker=draw(st.sampled_from([None, "проф. М.М. Гринёв"])),
            optional=draw(st.booleans()),
            notes=draw(st.sampled_from(["", "спорно: см. п. 2 # и ниже"])),
        )

    records = tuple(record() for _ in range(draw(st.integers(0, 4))))
    extents = {extent() for _ in range(draw(st.integers(0, 2)))}
    rejects = tuple(
        GoldReject(*place, "", draw(st.sampled_from(Reason)), draw(st.sampled_from(["", "эхо"])))
        for place in extents
    )
    return Sheet("Протоколы/3.txt", source, records, rejects)


def bare(sheet: Sheet) -> tuple[list[str], list[str], str]:
    """What must survive: everything but ids, the spelling of quotes, and the order of mentions."""
    quoter = Quoter(sheet.source)

    def blank(mark: Any) -> Any:
        start, end = quoter.reach(mark.extent)
        return replace(mark, start=start, end=end, text="")

    def listed(marks: Any) -> tuple[Any, ...]:
        return tuple(sorted(map(blank, marks), key=repr))

    records = [
        replace(
            record,
            id="",
            trigger=blank(record.trigger),
            content=tuple(map(blank, record.content)),
            proposers=listed(record.proposers),
            targets=listed(record.targets),
            timing=listed(record.timing),
            purpose=record.purpose and blank(record.purpose),
        )
        for record in sheet.records
    ]
    return sorted(map(repr, records)), sorted(map(repr, map(blank, sheet.rejects))), sheet.source


def through_label_studio(sheet: Sheet) -> Sheet:
    (task,) = json.loads(json.dumps(labelstudio.tasks([sheet], "x")))
    task["annotations"] = task.pop("predictions")
    (back,), skipped = labelstudio.read_tasks([task])
    assert not skipped
    return back


def through_brat(sheet: Sheet) -> Sheet:
    back, problems = brat.read_standoff(sheet.document, sheet.source, brat.standoff(sheet))
    assert problems == []
    return back


def through_gold(sheet: Sheet, folder: Path) -> Sheet:
    (path,) = write_gold([sheet], folder, replace=True)
    return of_gold(load(path))


@settings(max_examples=60, deadline=None)
@given(sheets())
def test_label_studio_gives_everything_back(sheet: Sheet) -> None:
    assert bare(through_label_studio(sheet)) == bare(sheet)


@settings(max_examples=60, deadline=None)
@given(sheets())
def test_brat_gives_everything_back(sheet: Sheet) -> None:
    assert bare(through_brat(sheet)) == bare(sheet)


@settings(max_examples=60, deadline=None)
@given(sheet=sheets())
def test_gold_files_give_everything_back(
    sheet: Sheet, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp() / "exchange"
    for old in folder.glob("*"):
        old.unlink()
    assert bare(through_gold(sheet, folder)) == bare(sheet)


@pytest.mark.parametrize("path", gold_files([CORPUS]), ids=lambda path: path.name.split(".")[0])
def test_the_corpus_survives_all_ways(path: Path, tmp_path: Path) -> None:
    sheet = of_gold(load(path))
    assert bare(through_label_studio(sheet)) == bare(sheet)
    assert bare(through_brat(sheet)) == bare(sheet)
    assert bare(through_gold(sheet, tmp_path)) == bare(sheet)


def record(source: str, trigger: str, content: str, **fields: Any) -> GoldRecord:
    def mark(words: str) -> Mark:
        return Mark(source.index(words), source.index(words) + len(words), "")

    kind, status = Kind.PROPOSAL, Status.PROPOSED
    return GoldRecord("", kind, status, mark(trigger), (mark(content),), **fields)


TEXT = "Ларин предложил поддержать.\r\nЗуева попросила поддержать. Зуева ушла."


def test_words_that_stand_again_are_numbered_only_where_they_must_be() -> None:
    second = TEXT.rindex("поддержать")
    first = TEXT.index("Зуева")
    far = GoldParty(first, first + 5, "")
    one = record(TEXT, "попросила", "поддержать", proposers=(far,))
    sheet = Sheet("а.txt", TEXT, (replace(one, content=(Mark(second, second + 10, ""),)),))
    assert gold_text(sheet, "а.txt") == (
        "text: а.txt\nproposals:\n  - kind: proposal\n    trigger: попросила\n"
        "    proposers: [Зуева#1]\n    content: поддержать#2\n"
    )


def test_a_span_that_cuts_a_word_takes_in_the_whole_word(tmp_path: Path) -> None:
    text = "Моя земля.\nЯ предложил, а я ушёл: земля."
    start = text.rindex("я")
    cut = record(text, "предложил", "ушёл", purpose=Mark(start, start + 1, ""))
    (found,) = through_gold(Sheet("а.txt", text, (cut,)), tmp_path).records
    assert found.purpose is not None
    assert text[slice(*found.purpose.extent)] == "земля"
    assert found.purpose.start > text.index("ушёл")


def test_a_span_without_letters_is_refused_with_its_place() -> None:
    one = record("Он\nпредложил – уйти.", "предложил", "уйти", purpose=Mark(12, 13, ""))
    with pytest.raises(GoldError, match=r"а\.txt: record 1: line 2: « » holds no letters"):
        write_gold([Sheet("а.txt", "Он\nпредложил – уйти.", (one,))], Path("nowhere"))


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("протокол.txt", "протокол.txt"),
        ("2024/март/протокол.docx", "2024-март-протокол.txt"),
        ("заметки.md", "заметки.md"),
        ("архив.zip!/а.txt", "архив.zip!-а.txt"),
    ],
)
def test_the_copy_of_a_text_is_named_after_its_path(document: str, expected: str) -> None:
    assert text_name(document) == expected


def test_gold_files_are_not_written_over_unasked(tmp_path: Path) -> None:
    sheet = Sheet("а.txt", TEXT, (record(TEXT, "предложил", "поддержать"),))
    (path,) = write_gold([sheet], tmp_path)
    written = path.read_bytes()
    with pytest.raises(OutputError, match=r"is already there\. Name another folder .* --replace"):
        write_gold([replace(sheet, records=())], tmp_path)
    assert path.read_bytes() == written
    write_gold([replace(sheet, records=())], tmp_path, replace=True)
    assert load(path).records == ()
    other = replace(sheet, source=TEXT + "!")
    with pytest.raises(OutputError, match="another text of this name"):
        write_gold([other], tmp_path, replace=True)
