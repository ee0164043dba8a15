"""What an entry would change over a folder, and what keeps it out of the file."""

from __future__ import annotations

import pytest

from predlozheno.authoring.entry import Entry
from predlozheno.authoring.keeping import keep
from predlozheno.authoring.proposing import propose, with_entry
from predlozheno.authoring.suggesting import read_sketch
from predlozheno.authoring.trial import Trial, taken_by_frame, try_frames
from predlozheno.errors import FrameError, OutputError, UsageError
from predlozheno.extractor import Extractor, known_frames, load
from predlozheno.records.schema import Kind

FRAMES = known_frames()
SENTENCE = "Профком пробивает ремонт столовой."


@pytest.fixture(scope="module")
def entry() -> Entry:
    return propose(read_sketch(SENTENCE), FRAMES, rejects=("Он пробивал билет у входа.",)).entry


@pytest.fixture
def minutes(tmp_path):
    folder = tmp_path / "протоколы"
    folder.mkdir()
    (folder / "а.txt").write_text("Завком пробивает перенос смены.\n", encoding="utf-8")
    (folder / "б.txt").write_text("Староста предложил купить мел.\n", encoding="utf-8")
    (folder / "в.txt").write_bytes(b"")
    return folder


class TestTrial:
    def tried(self, entry, minutes) -> Trial:
        return try_frames(
            Extractor(FRAMES),
            Extractor(with_entry(FRAMES, entry)),
            [entry.frame()],
            [str(minutes)],
        )

    def test_it_shows_what_is_added(self, entry, minutes):
        trial = self.tried(entry, minutes)
        (change,) = trial.added
        assert change.before is None
        assert (change.shown.document, change.shown.content.text) == ("а.txt", "перенос смены")
        assert trial.removed == trial.changed == []

    def test_files_without_its_words_are_only_read(self, entry, minutes):
        trial = self.tried(entry, minutes)
        assert (trial.documents, trial.affected) == (2, 1)
        assert ["в.txt" in failure for failure in trial.failures] == [True]

    def test_it_counts_what_each_frame_finds(self, minutes):
        done = []
        counts, failures = taken_by_frame(
            Extractor(FRAMES), [str(minutes)], lambda *going: done.append(going)
        )
        assert dict(counts) == {"proposal.predlozhit": 1}
        assert len(failures) == 1
        assert done == [(1, 3), (2, 3), (3, 3)]


class TestKeeping:
    def test_a_kept_entry_is_used(self, entry, tmp_path):
        keep(entry, tmp_path / "my" / "words.yaml")
        (record,) = load(frames=tmp_path / "my", rules_only=True).extract(SENTENCE)
        assert (record.content.text, record.kind) == ("ремонт столовой", Kind.PROPOSAL)

    def test_a_second_one_goes_behind_it(self, entry, tmp_path):
        path = tmp_path / "words.yaml"
        keep(entry, path)
        keep(Entry("wish.drugoe", entry.kind, entry.words, {}, entry.matches, entry.rejects), path)
        assert path.read_text(encoding="utf-8").count("\n- id: ") == 2
        assert len(known_frames(frames=tmp_path)) == len(FRAMES) + 2

    def test_one_of_the_same_id_is_refused(self, entry, tmp_path):
        keep(entry, tmp_path / "a.yaml")
        with pytest.raises(UsageError, match=r"a\.yaml: holds an entry proposal\.probivat"):
            keep(entry, tmp_path / "b.yaml")
        assert not (tmp_path / "b.yaml").exists()

    def test_without_rejects_it_is_refused(self, entry, tmp_path):
        with pytest.raises(UsageError, match="a sentence that it must leave alone is needed"):
            keep(entry.with_examples(entry.matches, ()), tmp_path / "a.yaml")

    def test_a_file_of_another_ending_is_refused(self, entry, tmp_path):
        with pytest.raises(UsageError, match=r"a frame file's name ends in \.yaml"):
            keep(entry, tmp_path / "a.txt")

    def test_a_broken_file_is_left_as_it_was(self, entry, tmp_path):
        (tmp_path / "a.yaml").write_text("id: x\n", encoding="utf-8")
        with pytest.raises(FrameError, match="a list of entries is expected"):
            keep(entry, tmp_path / "a.yaml")
        assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == "id: x\n"

    def test_a_folder_that_cannot_be_made(self, entry, tmp_path):
        (tmp_path / "file").write_bytes(b"")
        with pytest.raises(OutputError, match="cannot be written"):
            keep(entry, tmp_path / "file" / "my" / "a.yaml")
