"""Whatever bytes a bundle has: never a traceback, soon an answer with a place and a remedy, nothing outside of it."""

from __future__ import annotations

import shutil
import time
import unicodedata
import zipfile
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.bundles import FILES, MANIFEST, TEXT, pack
from visualalbum.interchange.names import wrong
from visualalbum.interchange.shelf import Shelf

LIMIT_S = 2.0
"""A bundle of a kilobyte takes 5 ms."""

quick = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def zipped(files: dict[str, bytes], method: int) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


SEEDS = [
    zipped(FILES, zipfile.ZIP_STORED),
    zipped({f"Album/{name}": data for name, data in FILES.items()}, zipfile.ZIP_DEFLATED),
    zipped(
        {MANIFEST: TEXT.encode(), "SHA256SUMS": b"0" * 64 + b"  one.wav\n", "one.wav": bytes(99)}, zipfile.ZIP_DEFLATED
    ),
]
places = st.one_of(st.integers(0, 1200), st.integers(-300, -1))
pieces = st.one_of(
    st.binary(max_size=4),
    st.sampled_from([b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07", b"\xff" * 4, b"\xff" * 8, bytes(4)]),
    st.sampled_from([b"../", b"/", b"\\", b"\0", b"C:", b"\x01\0", b"\x09\0", b"\x0c\0", b"\x0e\0"]),
)
changes = st.lists(st.tuples(places, st.integers(0, 8), pieces), min_size=1, max_size=8)


def hold(tmp_path: Path, data: bytes) -> None:
    """What holds for every file that is called a bundle."""
    house = tmp_path / "house"
    house.mkdir()
    try:
        bundle = house / "a.zip"
        bundle.write_bytes(data)
        began_s = time.monotonic()
        with closing(Shelf(house / "shelf")) as shelf:
            source = shelf.settle(bundle)
            loaded = source.load()
            assert shelf.settle(bundle) == source
        assert time.monotonic() - began_s < LIMIT_S
        assert source.root is not None or source.problems
        for problem in map(source.told, loaded.problems):
            assert str(problem).startswith(str(bundle))
            assert not {unicodedata.category(letter) for letter in str(problem)} & {"Cc", "Zl", "Zp"}
            assert problem.sentence
        assert {path.name for path in house.iterdir()} <= {"a.zip", "shelf"}
        assert {path.name for path in tmp_path.iterdir()} == {"house"}
        left = [
            path for path in house.glob("shelf/*") if source.root is None or not path.name.startswith(source.root.name)
        ]
        assert left == [], "nothing half done stays"
    finally:
        shutil.rmtree(house)


@quick
@given(data=st.binary(max_size=400))
def test_any_bytes_are_told_of(tmp_path: Path, data: bytes) -> None:
    hold(tmp_path, data)


@settings(quick, max_examples=400)
@given(seed=st.sampled_from(SEEDS), changes=changes, kept=st.one_of(st.none(), st.floats(0, 1)))
def test_a_good_bundle_with_a_few_slips_is_opened_or_told_of(
    tmp_path: Path, seed: bytes, changes: list[tuple[int, int, bytes]], kept: float | None
) -> None:
    data = bytearray(seed)
    for place, removed, inserted in changes:
        at = place % (len(data) + 1)
        data[at : at + removed] = inserted
    hold(tmp_path, bytes(data if kept is None else data[: round(len(data) * kept)]))


parts = st.one_of(
    st.sampled_from(["..", ".", "", "a", "CON", "nul.x", "C:", "~", "a ", "a.", "\\", "A", "ä", "a\u0308", "楽"]),
    st.text(max_size=6),
)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@quick
@given(names=st.lists(st.lists(parts, min_size=1, max_size=4).map("/".join), max_size=5))
def test_any_names_stay_inside_or_are_told_of(tmp_path: Path, names: list[str]) -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(MANIFEST, TEXT)
        for name in names:
            try:
                archive.writestr(name, b"x")
            except (UnicodeError, IndexError):
                return  # no zip can hold it
    hold(tmp_path, made.getvalue())


@quick
@given(parts=st.lists(parts, min_size=1, max_size=5))
def test_a_name_that_is_right_leads_to_a_file_below(parts: list[str]) -> None:
    name = "/".join(parts)
    if not wrong(name):
        path = Path("/album") / name
        assert Path("/album") in path.parents
        assert ".." not in path.parts


def test_the_seeds_are_good(tmp_path: Path) -> None:
    with closing(Shelf(tmp_path / "shelf")) as shelf:
        for number, seed in enumerate(SEEDS[:2]):
            bundle = pack(tmp_path / f"{number}.zip")
            bundle.write_bytes(seed)
            assert shelf.settle(bundle).problems == ()
