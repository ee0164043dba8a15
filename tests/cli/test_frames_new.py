"""`predlozheno frames new` as the analyst sees it, and what `predlozheno frames` says of words."""

from __future__ import annotations

import re

import pytest

from predlozheno.cli import main

SENTENCE = "Профком пробивает ремонт столовой."
REJECT = "Он пробивал билет у входа."


@pytest.fixture
def run(capsys, monkeypatch):
    """Runs the command line: exit code, what went to stdout, what went to stderr."""

    def call(*arguments):
        monkeypatch.setenv("COLUMNS", "200")
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        return ended.value.code or 0, *capsys.readouterr()

    return call


@pytest.fixture
def minutes(tmp_path):
    folder = tmp_path / "протоколы"
    folder.mkdir()
    text = "Завком пробивает перенос смены.\nСтароста предложил купить мел.\n"
    (folder / "а.txt").write_text(text, encoding="utf-8")
    return folder


def test_the_way_from_a_sentence_to_a_record(run, minutes, tmp_path):
    code, out, _ = run("frames", "new", SENTENCE)
    assert code == 0
    assert "Taken for: proposal, as the nearest known words are: " in out
    assert '    - "⟨Профком⟩proposer [пробивает] ⟨ремонт столовой⟩content."\n' in out
    assert "--reject" in out

    code, out, _ = run("frames", "new", SENTENCE, "--try", minutes)
    assert code == 0
    assert "1. added  а.txt\n   Завком пробивает перенос смены.\n" in out
    assert "1 document, 1 with these words: 1 record added, 0 removed, 0 changed." in out

    mine = tmp_path / "мои слова"
    code, out, _ = run("frames", "new", SENTENCE, "--reject", REJECT, "--keep", mine / "а.yaml")
    assert code == 0
    assert f"predlozheno extract my-folder --frames {mine}" in out

    code, out, _ = run("explain", minutes / "а.txt", "--frames", mine)
    assert code == 0
    assert "taken  line 1  proposal.probivat+active\n" in out


def test_what_is_found_already_is_shown(run):
    code, out, _ = run("frames", "new", "Депутат озвучил инициативу о ремонте школы.")
    assert code == 0
    assert "Found already: proposal, by proposal.iniciativa+support" in out
    assert "⟨Депутат⟩proposer [озвучил инициативу] о ⟨ремонте школы⟩content." in out
    assert "Nothing to add." in out


def test_an_entry_that_does_not_hold_is_not_kept(run, tmp_path):
    wrong = ("--reject", "Завод пробивает перенос цеха.")
    code, _, told = run("frames", "new", SENTENCE, *wrong, "--keep", tmp_path / "my" / "a.yaml")
    assert code == 1
    assert "does not hold: «Завод пробивает перенос цеха.» should be left alone" in told
    assert not (tmp_path / "my").exists()


def test_an_entry_without_rejects_is_not_kept(run, tmp_path):
    code, _, told = run("frames", "new", SENTENCE, "--keep", tmp_path / "a.yaml")
    assert code == 2
    assert "a sentence that it must leave alone is needed. Give one" in told


def test_an_unknown_kind(run):
    code, _, told = run("frames", "new", SENTENCE, "--kind", "идея")
    assert code == 2
    assert "unknown kind 'идея'. Known: proposal, предложение, recommendation" in told


def test_a_kind_may_be_named_in_russian(run):
    code, out, _ = run("frames", "new", SENTENCE, "--kind", "пожелание")
    assert code == 0
    assert "  kind: wish\n" in out


FRAME = """
- id: proposal.probivat
  kind: proposal
  verbs: [пробивать, отстаевать]
  governs:
    content: accusative
  matches: ["Профком [пробивает] ⟨ремонт столовой⟩content."]
  rejects: ["Он пробивал билет у входа."]
- id: proposal.pilit
  kind: proposal
  verbs: [пилить]
  governs:
    content: accusative
  matches: ["Завхоз [пилит] ⟨ремонт столовой⟩content."]
  rejects: ["Он умеет пилить."]
"""


def test_frames_names_misspelt_words_and_frames_that_find_nothing(run, minutes, tmp_path):
    (tmp_path / "my").mkdir()
    (tmp_path / "my" / "a.yaml").write_text(FRAME, encoding="utf-8")
    code, out, told = run("frames", "--frames", tmp_path / "my", "--over", minutes)
    assert code == 1
    assert told == (
        "unknown word: a.yaml, proposal.probivat, verbs: the dictionary knows no infinitive "
        "«отстаевать», so it is never found. Was it meant: отстаивать, отставать?\n"
    )
    assert re.search(r"proposal\.probivat .* a\.yaml +1\n", out)
    assert re.search(r"proposal\.pilit .* a\.yaml +0\n", out)
    idle = out.split("find nothing in these minutes but their own examples:")[1]
    assert "  proposal.pilit (a.yaml)\n" in idle
    assert "proposal.probivat" not in idle
    assert "proposal.predlozhit " not in idle
