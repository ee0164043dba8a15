"""What the loader of frame files refuses, and whether it says so to somebody who does not program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from predlozheno.errors import FrameError, ModelsError
from predlozheno.proposals.examples import Example
from predlozheno.proposals.frames import CASES, DIATHESES, Frame, Government, load_frames
from predlozheno.records.schema import Kind, Role
from predlozheno.resources import models_dir

ENTRY = """\
- id: proposal.lobbirovat
  kind: proposal
  verbs: [лоббировать]
  governs:
    addressee: ["перед + instrumental"]
    content: [accusative]
  matches:
    - "⟨Профком⟩proposer [лоббирует] ⟨ремонт столовой⟩content."
  rejects:
    - "Он умеет лоббировать."
"""
OTHER = ENTRY.replace("lobbirovat", "drugoe").replace("лоббировать]", "предложить]")

Written = Callable[..., Path]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Writes frame files into a models folder, and gives that folder."""

    def write(**files: str) -> Path:
        (tmp_path / "frames").mkdir(exist_ok=True)
        for stem, text in files.items():
            (tmp_path / "frames" / f"{stem}.yaml").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def refused(models: Path, extra: Path | None = None) -> str:
    """The message with which the loader refuses the folder; one line."""
    with pytest.raises(ModelsError) as caught:
        load_frames(models, extra)
    told = str(caught.value)
    assert "\n" not in told
    assert "pydantic" not in told
    return told


def entry_without(key: str) -> str:
    """ENTRY without one of its keys, and without the lines below that key."""
    kept, skipping = [], False
    for line in ENTRY.splitlines(keepends=True):
        if not line.startswith("    "):
            skipping = line[2:].startswith(f"{key}:")
        if not skipping:
            kept.append(line)
    return "".join(kept)


def with_key(line: str) -> str:
    return ENTRY.replace("  matches:", f"  {line}\n  matches:")


def test_an_entry_says_what_it_holds(written: Written) -> None:
    frames = load_frames(written(lobby=ENTRY))
    frame = frames["proposal.lobbirovat"]
    assert (len(frames), list(frames)) == (1, [frame])
    assert (frame.kind, frame.file) == (Kind.PROPOSAL, "lobby.yaml")
    assert frame.verbs == ("лоббировать",)
    assert frame.governed("addressee") == (Government(form="instrumental", preposition="перед"),)
    assert frame.takes("content", "accusative")
    assert not frame.takes("addressee", "instrumental")
    assert frame.governed("executor") == ()


def test_a_single_form_needs_no_brackets(written: Written) -> None:
    text = ENTRY.replace("[accusative]", "accusative")
    assert load_frames(written(lobby=text))["proposal.lobbirovat"].takes("content", "accusative")


def test_files_are_read_in_the_order_of_their_names(written: Written) -> None:
    frames = load_frames(written(b=ENTRY, a=OTHER))
    assert [frame.file for frame in frames] == ["a.yaml", "b.yaml"]


def test_the_frames_that_come_along_are_in_order() -> None:
    frames = load_frames(models_dir())
    assert {frame.kind for frame in frames} == set(Kind)


class TestWhatIsRefused:
    """Every message names the file and the entry, and what is allowed or what to do."""

    WHERE = "lobby.yaml, entry 1 (proposal.lobbirovat): "

    def test_an_unknown_key(self, written: Written) -> None:
        told = refused(written(lobby=ENTRY.replace("governs:", "govern:")))
        assert (
            self.WHERE + "unknown key 'govern'. Known keys: any_verb, asks, diatheses, governs"
            in told
        )
        assert "file" not in told.partition("Known keys:")[2]

    @pytest.mark.parametrize("key", ["matches", "rejects", "kind"])
    def test_a_missing_key(self, written: Written, key: str) -> None:
        told = refused(written(lobby=entry_without(key)))
        assert self.WHERE + f"{key}: is missing; every entry needs" in told

    def test_a_missing_id(self, written: Written) -> None:
        text = ENTRY.replace("- id: proposal.lobbirovat\n  kind", "- kind")
        told = refused(written(lobby=text))
        assert "lobby.yaml, entry 1 (without id): id: is missing" in told

    @pytest.mark.parametrize("key", ["matches", "rejects"])
    def test_no_examples_under_the_key(self, written: Written, key: str) -> None:
        told = refused(written(lobby=entry_without(key) + f"  {key}: []\n"))
        assert self.WHERE + "an entry needs examples under both matches and rejects" in told

    def test_no_words(self, written: Written) -> None:
        told = refused(written(lobby=entry_without("verbs")))
        assert self.WHERE + "an entry needs verbs, nouns, predicatives or phrases" in told

    @pytest.mark.parametrize("name", ["Proposal.lobby", "лобби.слово", "proposal", "a.b-c"])
    def test_an_id_that_is_none(self, written: Written, name: str) -> None:
        text = ENTRY.replace("proposal.lobbirovat", f'"{name}"')
        told = refused(written(lobby=text))
        assert "id: " in told
        assert "is no frame id; write small Latin letters, a point, and again" in told
        assert "as in request.prosit" in told
        assert "[a-z" not in told

    def test_an_unknown_kind(self, written: Written) -> None:
        told = refused(written(lobby=ENTRY.replace("kind: proposal", "kind: plea")))
        assert self.WHERE + "kind: " in told
        assert f"Allowed kinds: {', '.join(Kind)}" in told

    def test_an_unknown_role(self, written: Written) -> None:
        told = refused(written(lobby=ENTRY.replace("    content:", "    theme:")))
        assert self.WHERE + "governs: unknown role theme; known: content, proposer, " in told
        assert all(role in told for role in Role)

    @pytest.mark.parametrize("form", ["acusative", "о + предложный", "о +", "+ dative"])
    def test_an_unknown_form(self, written: Written, form: str) -> None:
        told = refused(written(lobby=ENTRY.replace("[accusative]", f'["{form}"]')))
        assert self.WHERE + f"governs: unknown form '{form}'; known: nominative, " in told
        assert all(case in told for case in CASES)
        assert "or «preposition + case»" in told

    def test_governs_without_roles(self, written: Written) -> None:
        told = refused(written(lobby=entry_without("governs") + "  governs: [accusative]\n"))
        assert self.WHERE + "governs: a mapping of roles to lists of forms is expected" in told

    def test_an_unknown_diathesis(self, written: Written) -> None:
        told = refused(written(lobby=with_key("diatheses: [passive]")))
        assert self.WHERE + "diatheses: unknown diathesis ['passive']; known: " in told
        assert all(diathesis in told for diathesis in DIATHESES)

    @pytest.mark.parametrize(
        ("line", "allowed"),
        [
            ("polarity: contra", "'for' or 'against'"),
            ("any_verb: gerund", "'imperative'"),
            ("procedural: иногда", "true or false"),
            ("nouns: предложение", "a list is expected"),
            ("diatheses: active", "a list is expected"),
            ("nouns: [5]", "put quotation marks around it"),
        ],
    )
    def test_a_value_of_another_sort(self, written: Written, line: str, allowed: str) -> None:
        told = refused(written(lobby=with_key(line)))
        assert self.WHERE + line.partition(":")[0] in told
        assert allowed in told

    @pytest.mark.parametrize(
        ("marked", "fault"),
        [
            ("Профком лоббирует ремонт.", "must mark one [trigger]"),
            ("[Профком] [лоббирует] ремонт.", "must mark one [trigger]"),
            ("[Лоббирует] ⟨ремонт⟩theme.", "unknown slot 'theme'"),
            ("[Лоббирует] ⟨ремонт⟩theme.", "known: content, proposer, addressee"),
            ("[Лоббирует] ⟨ремонт⟩.", "has a loose ⟨"),
            ("[Лоббирует] ⟨ремонт.", "has a loose ⟨"),
        ],
    )
    def test_a_bad_mark(self, written: Written, marked: str, fault: str) -> None:
        good = "⟨Профком⟩proposer [лоббирует] ⟨ремонт столовой⟩content."
        told = refused(written(lobby=ENTRY.replace(good, marked)))
        assert self.WHERE in told
        assert repr(marked) in told
        assert fault in told

    def test_an_id_that_is_there_twice(self, written: Written) -> None:
        told = refused(written(a=ENTRY, b=OTHER + ENTRY))
        assert "b.yaml: entry proposal.lobbirovat is there twice, first in a.yaml" in told
        assert "Give one of them another id" in told

    def test_what_is_no_yaml(self, written: Written) -> None:
        told = refused(written(lobby=ENTRY.replace("[лоббировать]", "[лоббировать")))
        assert "lobby.yaml: not valid YAML" in told
        assert "line 4" in told
        assert "Mind the indents and quotes" in told

    @pytest.mark.parametrize("text", ["", "id: proposal.lobbirovat\nkind: proposal\n", "слово\n"])
    def test_what_is_no_list(self, written: Written, text: str) -> None:
        told = refused(written(lobby=text))
        assert "lobby.yaml: a list of entries is expected, each beginning with «- id:»" in told

    def test_an_entry_that_is_no_mapping(self, written: Written) -> None:
        told = refused(written(lobby=ENTRY + "- предложить\n"))
        assert "lobby.yaml, entry 2: a mapping is expected, with id and kind" in told

    def test_a_folder_without_frame_files(self, written: Written, tmp_path: Path) -> None:
        assert "frames: holds no frame files (*.yaml)" in refused(written())
        mine = tmp_path / "mine"
        mine.mkdir()
        (mine / "lobby.txt").write_text(ENTRY, encoding="utf-8")
        told = refused(written(lobby=ENTRY), mine)
        assert "mine: holds no frame files (*.yaml). Name a folder that holds some" in told

    def test_it_is_an_error_of_the_frames(self, written: Written) -> None:
        with pytest.raises(FrameError):
            load_frames(written(lobby=with_key("diatheses: [passive]")))


class TestAFolderBeside:
    def test_it_adds_entries(self, written: Written, tmp_path: Path) -> None:
        mine = tmp_path / "mine"
        mine.mkdir()
        (mine / "other.yaml").write_text(OTHER, encoding="utf-8")
        frames = load_frames(written(lobby=ENTRY), mine)
        assert [frame.id for frame in frames] == ["proposal.lobbirovat", "proposal.drugoe"]

    def test_its_entry_takes_the_place_of_one_of_the_same_id(
        self, written: Written, tmp_path: Path
    ) -> None:
        mine = tmp_path / "mine"
        mine.mkdir()
        changed = ENTRY.replace("kind: proposal", "kind: request")
        (mine / "lobby.yaml").write_text(changed, encoding="utf-8")
        frames = load_frames(written(lobby=ENTRY, other=OTHER), mine)
        assert [frame.kind for frame in frames] == [Kind.REQUEST, Kind.PROPOSAL]

    def test_an_entry_twice_in_it_is_refused(self, written: Written, tmp_path: Path) -> None:
        mine = tmp_path / "mine"
        mine.mkdir()
        (mine / "twice.yaml").write_text(ENTRY + ENTRY, encoding="utf-8")
        assert "is there twice, first in twice.yaml" in refused(written(lobby=ENTRY), mine)


class TestExample:
    def test_marks_become_offsets_into_the_plain_sentence(self) -> None:
        example = Example.parse("⟨Профком⟩proposer [лоббирует] ⟨ремонт⟩content ⟨в мае⟩period.")
        assert example.text == "Профком лоббирует ремонт в мае."
        assert example.text[slice(*example.trigger)] == "лоббирует"
        assert [(slot, example.text[start:end]) for slot, start, end in example.marks] == [
            ("proposer", "Профком"),
            ("content", "ремонт"),
            ("period", "в мае"),
        ]

    def test_only_the_trigger_has_to_be_marked(self) -> None:
        assert Example.parse("[Просьба] сдать ключи.").marks == ()


def test_frames_can_be_taken_away(written: Written) -> None:
    frames = load_frames(written(a=ENTRY, b=OTHER))
    assert [f.id for f in frames.without("proposal.drugoe")] == ["proposal.lobbirovat"]
    poorer: list[Frame] = list(frames.without_diathesis("gerund"))
    assert len(poorer) == 2
    assert all(f.diatheses == tuple(d for d in DIATHESES if d != "gerund") for f in poorer)
