"""Which files of an album have a length."""

from pathlib import Path

from visualalbum.model import Album
from visualalbum.timeline.files import timed_files


def test_every_song_and_film_is_named_once_in_order_of_use() -> None:
    album = Album.model_validate(
        {
            "visualalbum": "1",
            "films": {"f": "film/f.mp4", "other": "film/../film/f.mp4", "making-of": "m.mp4"},
            "tracks": [{"audio": "a.flac", "film": "f"}, {"audio": "../b.flac", "segments": [{"film": "inline.mkv"}]}],
        }
    )
    names = ["/x/album/a.flac", "/x/album/film/f.mp4", "/x/b.flac", "/x/album/inline.mkv", "/x/album/m.mp4"]
    assert timed_files(album, Path("/x/album")) == tuple(Path(name) for name in names)
