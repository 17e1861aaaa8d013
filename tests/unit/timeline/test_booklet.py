"""The booklet: chapters, pictures and people in the manifest's order, paths from its folder."""

from pathlib import Path

from visualalbum.model import Album
from visualalbum.timeline.binding import booklet
from visualalbum.timeline.booklet import Chapter

FOLDER = Path("/album")


def test_notes_and_diaries_are_chapters_and_gallery_and_panels_are_plates() -> None:
    diary = [{"date": "2026-06-26", "file": "notes/day.md"}, {"date": "2026-06-27", "title": "Done", "file": "2.md"}]
    film = {"file": "film.mp4", "diary": diary, "panels": [{"image": "panel.png", "alt": "A desk"}]}
    album = Album.model_validate(
        {
            "visualalbum": "1",
            "released": "2026",
            "notes": [{"title": "How", "file": "../how.md"}],
            "gallery": ["one.jpg"],
            "films": {"f": film},
        }
    )
    made = booklet(album, FOLDER)
    assert made.chapters == (
        Chapter("How", Path("/how.md")),
        Chapter("2026-06-26", Path("/album/notes/day.md")),
        Chapter("2026-06-27 — Done", Path("/album/2.md")),
    )
    assert [str(plate.path) for plate in made.plates] == ["/album/one.jpg", "/album/panel.png"]
    assert made.plates[1].picture.alt == "A desk"
    assert made.released == "2026"
