"""The film's scenes, when in them a foot strikes the floor, and where every foot is in every frame. No drawing here."""

from __future__ import annotations

from dataclasses import dataclass
from math import pi, sin

from rhythm import EIGHTH_FRAMES, EIGHTHS_PER_BAR

WIDTH, HEIGHT = 960, 540
BAR_FRAMES = EIGHTHS_PER_BAR * EIGHTH_FRAMES
LIFT_FRAMES = 9
WALK = 2.6  # pixels a frame that the walker, and the camera with him, gets on


@dataclass(frozen=True)
class Scene:
    """`frames` frames from `first` on; a bar begins at frame `downbeat`, and `bars` repeats from there both ways."""

    name: str
    first: int
    frames: int
    downbeat: int = 0
    bars: tuple[str, ...] = ("..........",)
    scale: float = 1.0
    floor: int = 440

    @property
    def end(self) -> int:
        """The first frame of the scene after it."""
        return self.first + self.frames


SCENES = (
    Scene("title", 0, 75),
    Scene("corridor", 75, 300, 92, ("X..X..X.X.",), 1.0, 436),
    Scene("shoes", 375, 300, 406, ("X.xx.xX.xx",), 3.3, 408),
    Scene("stage", 675, 300, 697, ("X..x.xX.x.",), 1.05, 430),
    Scene("roof", 975, 275, 984, ("X..x..X...", "X..x.xX.x."), 0.85, 404),
    Scene("face-off", 1250, 275, 1278, ("X.xx.xX.xx",), 1.0, 432),
    Scene("after", 1525, 175, 1538, ("X..x......", "..........", "..........", ".........."), 3.3, 408),
)
FRAMES = SCENES[-1].end


@dataclass(frozen=True)
class Strike:
    """A foot meets the floor at film frame `frame`, `x` pixels from the left of the scene's world."""

    frame: int
    dancer: int
    foot: int
    x: float
    accent: bool


@dataclass(frozen=True)
class Foot:
    """A foot in one frame: place of the ankle, height of the sole in pixels, toe raised by `pitch` degrees."""

    x: float
    lift: float
    pitch: float


def scene_at(frame: int) -> Scene:
    """The scene that a frame belongs to."""
    return next(scene for scene in SCENES if frame < scene.end)


def camera(scene: Scene, frame: int) -> int:
    """What to take off a world x to get the x on the screen; whole pixels, so that planted feet do not slide."""
    return round(WALK * (frame - scene.first)) if scene.name == "corridor" else 0


def strikes(scene: Scene) -> list[Strike]:
    """Every strike of a scene, in order."""
    found: list[Strike] = []
    bar = (scene.first - scene.downbeat) // BAR_FRAMES
    while scene.downbeat + bar * BAR_FRAMES < scene.end:
        for eighth, mark in enumerate(scene.bars[bar % len(scene.bars)]):
            frame = scene.downbeat + bar * BAR_FRAMES + eighth * EIGHTH_FRAMES
            if mark != "." and scene.first <= frame < scene.end:
                dancer = bar % 2 if scene.name == "face-off" else 0
                number = len(found)
                found.append(Strike(frame, dancer, number % 2, _landing(scene, frame, dancer, number), mark == "X"))
        bar += 1
    return found


def _landing(scene: Scene, frame: int, dancer: int, number: int) -> float:
    side = -1 if number % 2 == 0 else 1
    if scene.name == "corridor":
        return 420 + WALK * (frame - scene.first) + 34
    if scene.name == "shoes":
        return 480 + side * 118 + 46 * sin(1.7 * number)
    if scene.name == "stage":
        return 480 + 92 * sin(2 * pi * (frame - scene.first) / 200) + side * 25 + 10 * sin(2.3 * number)
    if scene.name == "roof":
        return 330 + 0.9 * (frame - scene.first) + side * 17 + 8 * sin(2.3 * number)
    if scene.name == "face-off":
        return (318 + side * 26 if dancer == 0 else 648 + side * 50) + 9 * sin(2.1 * number)
    return 480 + side * 88


def feet(scene: Scene, frame: int, dancer: int = 0) -> tuple[Foot, Foot]:
    """Both feet of a dancer in a frame, in the scene's world."""
    return _foot(scene, frame, dancer, 0), _foot(scene, frame, dancer, 1)


def _foot(scene: Scene, frame: int, dancer: int, foot: int) -> Foot:
    landings = [strike for strike in strikes(scene) if (strike.dancer, strike.foot) == (dancer, foot)]
    before = [strike for strike in landings if strike.frame <= frame]
    after = [strike for strike in landings if strike.frame > frame]
    if not after:
        return Foot(before[-1].x, 0, 0)
    start = before[-1] if before else after[0]
    count = min(LIFT_FRAMES, after[0].frame - start.frame - 1) if before else LIFT_FRAMES
    done = 1 - (after[0].frame - frame) / count
    if done <= 0:
        return Foot(start.x, 0, 0)
    glide = done * done * (3 - 2 * done)
    height = (34 if after[0].accent else 24) * min(scene.scale, 2.2)
    return Foot(start.x + (after[0].x - start.x) * glide, height * sin(pi * done**0.75), 24 * sin(pi * done**0.55))


def since_strike(scene: Scene, frame: int, dancer: int = 0) -> int:
    """Frames since a dancer's last strike; many where there was none."""
    gone = [frame - strike.frame for strike in strikes(scene) if strike.dancer == dancer and strike.frame <= frame]
    return min(gone, default=999)
