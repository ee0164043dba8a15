from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from predlozheno.errors import GoldError, UsageError
from predlozheno.gold.documents import GoldDocument
from predlozheno.gold.loading import gold_files, load, load_with_problems
from predlozheno.records.schema import Kind, PartySource, Polarity, Role, Status, TimingType

Write = Callable[..., Path]


def words(gold: GoldDocument, start: int, end: int) -> str:
    return " ".join(gold.source[start:end].split())


def test_fields_and_defaults(kalinka: GoldDocument) -> None:
    first, second, third, fourth = kalinka.records
    assert (first.kind, first.status, first.polarity) == (
        Kind.PROPOSAL,
        Status.PROPOSED,
        Polarity.FOR,
    )
    assert third.status == Status.ADOPTED
    assert fourth.optional
    assert (first.timing[0].type, first.timing[0].value) == (TimingType.DEADLINE, "05-01")
    assert second.targets[0].role == Role.ADDRESSEE
    assert first.proposers[0].source == PartySource.STATED
    assert kalinka.genre == "gardeners"
    assert kalinka.line_of(third.trigger.start) == 6


def test_line_ends_stay_in_the_offsets(write_gold: Write) -> None:
    gold = load(
        write_gold(
            "Сход\r\nпредложил прове-\r\n\r\nсти субботник.",
            """\
            text: kalinka.txt
            proposals:
              - {kind: proposal, trigger: предложил, proposers: [Сход], content: провести субботник}
            """,
        )
    )
    start, end = gold.records[0].extent
    assert gold.source[start:end] == "прове-\r\n\r\nсти субботник"


def test_records_follow_the_order_of_their_contents(write_gold: Write) -> None:
    gold = load(
        write_gold(
            "Орлов просит поддержать. Кленов просит поддержать. Орлов молчит.",
            """\
            text: kalinka.txt
            proposals:
              - {kind: request, trigger: просит, proposers: [Орлов], content: поддержать}
              - {kind: request, trigger: просит, proposers: [Кленов], content: поддержать}
            """,
        )
    )
    one, two = gold.records
    assert one.extent < two.extent
    assert one.trigger.end < one.extent[0] < two.trigger.start < two.extent[0]
    assert one.id != two.id
    assert two.id == f"{one.id}-2"


def test_content_further_up_is_refused(write_gold: Write) -> None:
    _, problems = load_with_problems(
        write_gold(
            "Просим убрать снег. Просим вывезти мусор.",
            """\
            text: kalinka.txt
            proposals:
              - {kind: request, trigger: Просим, content: вывезти мусор}
              - {kind: request, trigger: Просим, content: убрать снег}
            """,
        )
    )
    assert [problem.place for problem in problems] == ["record 2, content"]
    assert "further up (line 1)" in problems[0].message


def test_ordinals_name_an_occurrence(write_gold: Write) -> None:
    gold = load(
        write_gold(
            "Совет просит Совет молодёжи и Совет ветеранов помочь Совету.",
            """\
            text: kalinka.txt
            proposals:
              - kind: request
                trigger: просит
                proposers: [Совет#1]
                targets: [{addressee: Совет#3}]
                content: помочь
            """,
        )
    )
    (record,) = gold.records
    assert record.proposers[0].start == 0
    assert gold.source[record.targets[0].start :].startswith("Совет ветеранов")


def test_ordinal_beyond_the_last_is_refused(write_gold: Write) -> None:
    _, problems = load_with_problems(
        write_gold(gold="text: kalinka.txt\nrejects: [{text: пруд#2, reason: past}]")
    )
    assert str(problems[0]) == "reject 1: «пруд» stands 1 times in the text, so there is no #2"


def test_fragments_stand_on_both_sides_of_the_trigger(write_gold: Write) -> None:
    gold = load(
        write_gold(
            "В план предложено включить ремонт. В план входит ремонт.",
            """\
            text: kalinka.txt
            proposals:
              - {kind: proposal, trigger: предложено, content: [В план, включить ремонт]}
              - {kind: proposal, trigger: предложено, content: [В план, ремонт]}
            """,
        )
    )
    first, second = gold.records
    assert [mark.text for mark in first.content] == ["В план", "включить ремонт"]
    assert first.extent == (0, 33)
    assert second.extent == (0, 33)  # a first fragment may be shared


def test_absent_quote_names_file_record_field_and_where_it_goes_wrong(write_gold: Write) -> None:
    path = write_gold(
        gold="""\
        text: kalinka.txt
        proposals:
          - kind: proposal
            trigger: предложил
            targets: [{executor: Дума}]
            content: углубить пруд до 2 мая
        """
    )
    with pytest.raises(GoldError) as caught:
        load(path)
    message = str(caught.value)
    assert "kalinka.gold.yaml: record 1, content" in message
    assert "does not hold «углубить пруд до 2 мая»" in message
    assert "It has «углубить пруд до» in line 3, and then reads «1 мая. Сидорова" in message


def test_every_absent_quote_is_told(write_gold: Write) -> None:
    gold, problems = load_with_problems(
        write_gold(
            gold="""\
            text: kalinka.txt
            proposals:
              - kind: proposal
                trigger: настаивал
                proposers: [Орлов]
                content: углубить пруд
            rejects:
              - {text: предлагал, reason: past}
            """
        )
    )
    assert gold.records == ()
    assert [problem.place for problem in problems] == [
        "record 1, trigger",
        "record 1, proposers 1",
        "reject 1",
    ]


def test_rejects_avoid_triggers_and_one_another(write_gold: Write) -> None:
    gold = load(
        write_gold(
            "Предложено убрать. Предложено уже раньше. Предложено в 2001 году.",
            """\
            text: kalinka.txt
            proposals:
              - {kind: proposal, trigger: Предложено, content: убрать}
            rejects:
              - {text: Предложено, reason: past}
              - {text: Предложено, reason: past}
            """,
        )
    )
    assert [reject.start for reject in gold.rejects] == [19, 42]


def test_sources_and_names_are_kept(write_gold: Write) -> None:
    gold = load(
        write_gold(
            gold="""\
            text: kalinka.txt
            proposals:
              - kind: proposal
                trigger: предложил
                proposers: [{text: Петров, name: Петров, canonical: Петров И.И., source: speaker}]
                content: углубить пруд
            """
        )
    )
    (party,) = gold.records[0].proposers
    assert (party.name, party.canonical, party.source) == ("Петров", "Петров И.И.", "speaker")


def test_ids_outlive_corrections(
    write_gold: Write, kalinka: GoldDocument, kalinka_yaml: str
) -> None:
    changed = kalinka_yaml.replace("kind: assignment", "kind: decision").replace(
        "  - kind: proposal\n    trigger: предложил", "  - kind: wish\n    trigger: предложил"
    )
    again = load(write_gold(gold=changed))
    assert [record.id for record in again.records] == [record.id for record in kalinka.records]


def test_missing_files_are_named(tmp_path: Path, write_gold: Write) -> None:
    with pytest.raises(UsageError, match="no file ending in"):
        gold_files([tmp_path])
    with pytest.raises(UsageError, match="no such file"):
        gold_files([tmp_path / "none.gold.yaml"])
    path = write_gold(gold="text: other.txt\nproposals:\n")
    with pytest.raises(GoldError, match=r"other\.txt"):
        load(path)


def test_a_text_in_an_old_encoding_is_read(write_gold: Write) -> None:
    path = write_gold()
    text = path.with_name("kalinka.txt")
    text.write_bytes(text.read_text(encoding="utf-8").encode("cp1251"))
    assert len(load(path).records) == 4


def test_document_without_records(write_gold: Write) -> None:
    gold = load(write_gold(gold="text: kalinka.txt\ngenre: news\nproposals:\n"))
    assert gold.records == ()
    assert words(gold, 0, 9) == "Правление"
