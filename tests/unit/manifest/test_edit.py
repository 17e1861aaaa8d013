"""Edits of a manifest: what each does to the text, and what none of them touches."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from visualalbum.manifest.edit import Edited, Refused, add, move, remove, set_value

FILE = Path("a.visualalbum.yaml")
TEXT = """\
# An album.
visualalbum: 1
title: Backstage          # as on the sleeve
artist: 'S-1'

films: {f: film.mp4}
tracks:
  # the first
  - id: one               # its id
    audio: a.flac
    segments:
      - {film: f, in: 0, out: 5}

      - {film: f, in: 5, out: 9}   # to the end
  - audio: b.flac
    note: >
      a few
      lines
credits: [{name: Souma, role: tap}, {name: "Aki, too", role: piano}]
"""


def changed(edited: Edited, text: str = TEXT) -> tuple[list[str], list[str]]:
    """The lines that are gone and those that have come, all others being the same in the same order."""
    before, after = text.splitlines(keepends=True), edited.text.splitlines(keepends=True)
    while before and after and before[0] == after[0]:
        before, after = before[1:], after[1:]
    while before and after and before[-1] == after[-1]:
        before, after = before[:-1], after[:-1]
    return before, after


@pytest.mark.parametrize(
    ("path", "value", "gone", "come"),
    [
        ("title", "Home", "title: Backstage          # as on the sleeve", "title: Home          # as on the sleeve"),
        ("title", "a: b", "title: Backstage          # as on the sleeve", "title: 'a: b'          # as on the sleeve"),
        ("artist", "it's", "artist: 'S-1'", "artist: 'it''s'"),
        ("tracks.one.audio", "c.flac", "    audio: a.flac", "    audio: c.flac"),
        ("tracks.1.segments.2.out", "8, 5", "      - {film: f, in: 5, out: 9}   # to the end",
         "      - {film: f, in: 5, out: '8, 5'}   # to the end"),
        ("tracks[1].segments[1].note", "x", "      - {film: f, in: 0, out: 5}",
         "      - {film: f, in: 0, out: 5, note: x}"),
        ("credits.2.name", 'Aki "A"', 'credits: [{name: Souma, role: tap}, {name: "Aki, too", role: piano}]',
         'credits: [{name: Souma, role: tap}, {name: "Aki \\"A\\"", role: piano}]'),
        ("films.f", "{file: g.mp4, title: G}", "films: {f: film.mp4}", "films: {f: {file: g.mp4, title: G}}"),
    ],
)  # fmt: skip
def test_a_value_is_given_in_its_place(path: str, value: str, gone: str, come: str) -> None:
    assert changed(set_value(TEXT, FILE, path, value)) == ([f"{gone}\n"], [f"{come}\n"])


def test_a_key_more_stands_behind_the_last_one_of_its_group() -> None:
    assert changed(set_value(TEXT, FILE, "released", "2024")) == ([], ["released: 2024\n"])
    assert changed(set_value(TEXT, FILE, "tracks.1.tempo.bpm", "96")) == ([], ["    tempo: {bpm: 96}\n"])
    assert changed(set_value(TEXT, FILE, "tracks.2.title", "B")) == ([], ["    title: B\n"])


def test_lines_below_a_key_give_way_to_one_value() -> None:
    gone, come = changed(set_value(TEXT, FILE, "tracks.2.note", "one line"))
    assert (gone, come) == (["    note: >\n", "      a few\n", "      lines\n"], ["    note: one line\n"])
    gone, come = changed(set_value(TEXT, FILE, "tracks.1.segments", "[{film: f}]"))
    assert (gone[0], len(gone), come) == ("    segments:\n", 4, ["    segments: [{film: f}]   # to the end\n"])


def test_items_are_added_where_they_are_wanted() -> None:
    assert changed(add(TEXT, FILE, "tracks", "{audio: c.flac}")) == ([], ["  - {audio: c.flac}\n"])
    assert changed(add(TEXT, FILE, "tracks.1.segments", "{film: f, in: 5}", 2)) == ([], ["      - {film: f, in: 5}\n"])
    assert add(TEXT, FILE, "credits", "{name: C}", 1).text.endswith("credits: [{name: C}, " + TEXT[-59:])
    assert changed(add(TEXT, FILE, "tracks.2.stills", "{image: s.png}")) == (
        [], ["    stills: [{image: s.png}]\n"]
    )  # fmt: skip


def test_an_item_is_moved_with_the_comment_behind_it() -> None:
    gone, come = changed(move(TEXT, FILE, "tracks.1.segments.2", 1))
    assert come == ["      - {film: f, in: 5, out: 9}   # to the end\n", "\n", "      - {film: f, in: 0, out: 5}\n"]
    assert len(gone) == 3
    text = move(TEXT, FILE, "tracks.2", 1).text
    assert text.index("- audio: b.flac") < text.index("- id: one               # its id")
    assert move(TEXT, FILE, "credits.2", 1).text.startswith(TEXT[:-70])


def test_what_is_taken_out_leaves_everything_else() -> None:
    assert changed(remove(TEXT, FILE, "artist")) == (["artist: 'S-1'\n"], [])
    assert changed(remove(TEXT, FILE, "tracks.1.segments.2")) == (
        ["      - {film: f, in: 5, out: 9}   # to the end\n"], []
    )  # fmt: skip
    assert changed(remove(TEXT, FILE, "tracks.2.audio"))[1] == ["  - note: >\n"]
    assert changed(remove(TEXT, FILE, "credits.1"))[1] == ['credits: [{name: "Aki, too", role: piano}]\n']
    assert changed(remove(TEXT, FILE, "tracks.1.segments.1.film"))[1] == ["      - {in: 0, out: 5}\n"]
    gone, come = changed(remove(TEXT, FILE, "tracks.2"))
    assert (gone[0], come) == ("  - audio: b.flac\n", [])


def test_what_would_be_left_empty_goes_too_and_is_told() -> None:
    edited = remove(TEXT, FILE, "films.f")
    assert changed(edited) == (["films: {f: film.mp4}\n"], [])
    assert edited.notes == ("nothing would be left of films: it is taken out as a whole",)
    assert {problem.rule for problem in edited.problems} == {"unknown-film"}


ALIASED = """\
visualalbum: 1
title: A
cover: &front {image: c.png, alt: A shoe}
tracks:
  - &first
    audio: a.flac
    tempo: &slow {bpm: 60}
  - <<: *first
    id: again
    still: *front
"""


def test_an_edit_through_an_alias_writes_a_copy_and_says_so() -> None:
    edited = set_value(ALIASED, FILE, "tracks.2.still.alt", "Two shoes")
    assert changed(edited, ALIASED) == (["    still: *front\n"], ["    still: {image: c.png, alt: Two shoes}\n"])
    assert edited.notes == ("tracks.2.still was *front and is a copy of it now; other places keep theirs",)
    whole = set_value(ALIASED, FILE, "tracks.2.still", "d.png")
    assert changed(whole, ALIASED)[1] == ["    still: d.png\n"]
    assert whole.notes == ("tracks.2.still was *front; what else that stands for stays as it is",)


def test_an_edit_that_would_reach_other_places_is_refused() -> None:
    for path in ("cover.alt", "tracks.1.audio", "tracks.1.tempo.bpm"):
        with pytest.raises(Refused, match=r"lies in &\w+, and would change wherever \*\w+ stands"):
            set_value(ALIASED, FILE, path, "other")
    assert changed(set_value(ALIASED, FILE, "tracks.1.id", "one"), ALIASED)[1] == ["    id: one\n"]


def test_what_is_taken_in_by_a_merge_gets_its_own_value() -> None:
    edited = set_value(ALIASED, FILE, "tracks.2.tempo.bpm", "90")
    assert changed(edited, ALIASED) == ([], ["    tempo: {bpm: 90}\n"])
    with pytest.raises(Refused, match="taken in by <<"):
        remove(ALIASED, FILE, "tracks.2.audio")


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (lambda: set_value(TEXT, FILE, "tracks.3.title", "C"), "no item 3; they are counted from 1 to 2, or named one"),
        (lambda: set_value(TEXT, FILE, "title.en", "C"), "title is written in short, as Backstage"),
        (lambda: set_value(TEXT, FILE, "", "C"), "the path is empty"),
        (lambda: add(TEXT, FILE, "title", "C"), "title is no list"),
        (lambda: add(TEXT, FILE, "tracks", "{audio: c}", 4), "tracks has no place 4; its items are counted"),
        (lambda: move(TEXT, FILE, "tracks.1", 3), "there is no place 3"),
        (lambda: move(TEXT, FILE, "films.f", 1), "is no item of a list"),
        (lambda: remove(TEXT, FILE, "tracks.1.essay"), "there is no tracks.1.essay to take out"),
        (lambda: set_value(TEXT, FILE, "title", "a\0b"), "the value has a character"),
        (lambda: set_value(TEXT, FILE, "title", "\udcff"), "the value has a character"),
        (lambda: add(TEXT, FILE, "tracks", "\udcff"), "the value has a character"),
        (lambda: set_value(TEXT, FILE, "\udcff", "B"), "the path has a character"),
        (lambda: set_value("title: [", FILE, "title", "C"), "mend that first"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said(edit: Callable[[], Edited], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence.replace("[", r"\[")):
        edit()


def test_a_text_keeps_its_line_ends() -> None:
    text = TEXT.replace("\n", "\r\n")
    for edited in (
        set_value(text, FILE, "title", "B"),
        set_value(text, FILE, "released", "2024"),
        add(text, FILE, "tracks", "{audio: c.flac}", 1),
        remove(text, FILE, "artist"),
        move(text, FILE, "tracks.2", 1),
    ):
        assert edited.text.count("\n") == edited.text.count("\r\n")
        assert edited.text != text


def test_a_text_without_a_last_line_end_is_edited_as_well() -> None:
    text = "visualalbum: 1\ntracks:\n  - audio: a.flac"
    assert add(text, FILE, "tracks", "{audio: b.flac}").text == text + "\n  - {audio: b.flac}"
    assert set_value(text, FILE, "tracks.1.title", "A").text == text + "\n    title: A"
    assert set_value("visualalbum: 1\ntitle:\ntracks: [{audio: a}]", FILE, "title", "A").text.startswith(
        "visualalbum: 1\ntitle: A\n"
    )


def test_new_problems_are_told_and_old_ones_are_not() -> None:
    text = TEXT.replace("film: f, in: 5", "film: g, in: 5")
    assert set_value(text, FILE, "title", "B").problems == ()
    (problem,) = set_value(text, FILE, "titel", "B").problems
    assert (problem.rule, problem.place.line) == ("unknown-key", 20)
