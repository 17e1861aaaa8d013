"""Every file that an album names."""

from __future__ import annotations

from visualalbum.model import Album, Purpose, uses

WHOLE = {
    "visualalbum": "1",
    "cover": "cover",
    "films": {
        "f": {
            "file": "f",
            "captions": {"file": "f.ja.vtt", "translations": {"en": "f.en.vtt"}},
            "synopsis": "synopsis",
            "diary": [{"date": "2024", "file": "diary"}],
            "panels": [{"image": "panel"}],
        }
    },
    "tracks": [
        {
            "audio": "song",
            "film": "f",
            "segments": [{"film": "f"}, {"film": "g.mp4"}],
            "stills": [{"image": "still"}],
            "still": "track-still",
            "lyrics": {"file": "ja.lrc", "translations": {"en": "en.lrc"}},
            "essay": "essay",
        }
    ],
    "notes": ["note"],
    "gallery": ["bts"],
    "programme": [{"film": "h.mp4"}, {"film": "f"}],
}


def test_every_file_is_used_at_the_place_that_names_it() -> None:
    album = Album.model_validate(WHOLE)
    assert {".".join(map(str, use.path)): (use.name, use.purpose) for use in uses(album)} == {
        "cover.image": ("cover", Purpose.PICTURE),
        "films.f.file": ("f", Purpose.FILM),
        "films.f.captions.file": ("f.ja.vtt", Purpose.CAPTIONS),
        "films.f.captions.translations.en": ("f.en.vtt", Purpose.CAPTIONS),
        "films.f.synopsis.file": ("synopsis", Purpose.TEXT),
        "films.f.diary.0.file": ("diary", Purpose.TEXT),
        "films.f.panels.0.image": ("panel", Purpose.PICTURE),
        "tracks.0.audio": ("song", Purpose.SONG),
        "tracks.0.segments.1.film": ("g.mp4", Purpose.FILM),
        "tracks.0.stills.0.image": ("still", Purpose.PICTURE),
        "tracks.0.still.image": ("track-still", Purpose.PICTURE),
        "tracks.0.lyrics.file": ("ja.lrc", Purpose.LYRICS),
        "tracks.0.lyrics.translations.en": ("en.lrc", Purpose.LYRICS),
        "tracks.0.essay.file": ("essay", Purpose.TEXT),
        "notes.0.file": ("note", Purpose.TEXT),
        "gallery.0.image": ("bts", Purpose.PICTURE),
        "programme.0.film": ("h.mp4", Purpose.FILM),
    }
