"""An entry is written as the frame files have it, and read back the same."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from predlozheno.authoring.entry import REJECT_TEMPLATE, Entry, entry_id
from predlozheno.errors import FrameError
from predlozheno.extractor import known_frames
from predlozheno.proposals.frames import Frame, load_file
from predlozheno.records.schema import Kind

ENTRY = Entry(
    "proposal.otstaivat",
    Kind.PROPOSAL,
    {"verbs": ("отстаивать", "отстоять")},
    {"content": ("accusative", "за + accusative")},
    ("⟨Профком⟩proposer [отстаивает] ⟨«вечернюю» смену⟩content.",),
    ("Он отстаивал правоту.",),
)


def test_it_is_written_in_the_style_of_the_frame_files():
    assert ENTRY.yaml() == (
        "- id: proposal.otstaivat\n"
        "  kind: proposal\n"
        "  verbs: [отстаивать, отстоять]\n"
        "  governs:\n"
        '    content: [accusative, "за + accusative"]\n'
        "  matches:\n"
        '    - "⟨Профком⟩proposer [отстаивает] ⟨«вечернюю» смену⟩content."\n'
        "  rejects:\n"
        '    - "Он отстаивал правоту."\n'
    )


def test_without_rejects_a_template_says_what_to_write():
    assert (
        f'  rejects:\n    - "{REJECT_TEMPLATE}"\n' in ENTRY.with_examples(ENTRY.matches, ()).yaml()
    )


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"))))
def test_any_sentence_survives_quoting(sentence):
    written = ENTRY.with_examples((sentence,), ("Нет.",)).yaml()
    assert yaml.safe_load(written)[0]["matches"] == [sentence]


@pytest.mark.parametrize("frame", tuple(known_frames()), ids=lambda frame: frame.id)
def test_every_frame_that_came_along_survives_the_way_there_and_back(frame: Frame, tmp_path):
    path = tmp_path / frame.file
    path.write_text(Entry.of(frame).yaml(), encoding="utf-8")
    assert list(load_file(path)) == [frame]


def test_an_id_is_latin_and_its_own():
    assert entry_id(Kind.REQUEST, "биться за щёлочь", ()) == "request.bitsya_za_scheloch"
    assert entry_id(Kind.WISH, "жаждать", ("wish.zhazhdat",)) == "wish.zhazhdat_2"
    assert entry_id(Kind.WISH, "жаждать", ("wish.zhazhdat", "wish.zhazhdat_2")) == "wish.zhazhdat_3"


def test_a_broken_entry_is_named():
    with pytest.raises(FrameError, match=r"the entry proposal\.otstaivat breaks a rule"):
        ENTRY.with_examples(("Без метки.",), ()).frame()
