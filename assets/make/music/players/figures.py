"""What the drummer knows by heart: bars for every mood, and which of them each bar of the songs gets.

`X` is a loud stroke, `x` a light one, `o` hardly one; swung bars have twelve places, straight ones sixteen.
"""

from __future__ import annotations

SWUNG = {
    "walk": {"chick": "...o.....o.."},
    "brushes": {"brush": "..o.....o.o.", "chick": "...x.....x..", "kick": "o..........."},
    "brushes, more": {
        "brush": "..o..x..o.o.", "chick": "...x.....x..", "kick": "o....o......", "ride": "x........o..",
    },
    "brushes, fill": {"brush": "x.o.x.ox.xxX", "chick": "...x.....x..", "kick": "o....o...x.."},
    "ride": {"ride": "x..x.ox..x.o", "chick": "...x.....x..", "kick": "o..o..o..o..", "brush": ".....o....o."},
    "ride, talk": {"ride": "x..x.ox..x.o", "chick": "...x.....x..", "kick": "o....x......", "brush": "..o..x..x..o"},
    "ride, fill": {
        "ride": "x..x........", "chick": "...x.....x..", "brush": "..o..xx.xX.X", "kick": "o....x...x.x",
        "tom": "......x.x.x.",
    },
    "stage": {"ride": "X.ox.oX..x.o", "chick": "...X.....X..", "kick": "x....x...x..", "snare": "........o..."},
    "stage, talk": {"ride": "X.ox.oX..x.o", "chick": "...X.....X..", "kick": "x....x...o.x", "snare": "..o..o..x..o"},
    "stage, fill": {"ride": "X..x.o......", "snare": "..o..xo.xxoX", "tom": "......x.x.xX", "kick": "x....x...x.X"},
    "light": {"ride": "X....X...X..", "kick": "x....x...x..", "tom": "o....o...o.."},
    "light, more": {"ride": "X..x.X.x.X.x", "kick": "x....x...x..", "tom": "x..o.x.o.x.o", "snare": "..o..o.o.o.o"},
    "light, most": {"ride": "X..x.X.x.X.X", "kick": "X..x.X.x.X.x", "tom": "x.ox.xox.xxX", "snare": "o.oo.ooo.xxX"},
    "light, rest": {"crash": "X...........", "kick": "X..........."},
    "stop": {"kick": "X...........", "crash": "o..........."},
    "silence": {},
}  # fmt: skip

STRAIGHT = {
    "low": {"kick": "X.....x...x.....", "rim": "....x.......x...", "hat": "o.o.o.o.o.o.o.o."},
    "low, more": {"kick": "X.....x...x...o.", "rim": "....x.......x..x", "hat": "x.o.x.o.x.oox.o."},
    "hush": {"hat": "..o...o...o...o.", "kick": "o..............."},
    "hush, more": {"hat": "..o.o.o...o.o.oo", "kick": "o.......o.......", "rim": "............o..."},
    "break": {
        "kick": "X..x..x...x..o..", "snare": "....X.......X...", "ghost": ".o.....o.o.....o",
        "hat": "x.o.x.o.x.o.x.o.",
    },
    "break, other": {
        "kick": "X.....x...X..x..", "snare": "....X.......X..o", "ghost": ".......o.x....o.",
        "hat": "x.ox..o.x.o.x.x.", "open": "..............x.",
    },
    "step": {"kick": "X.......X.....x.", "snare": "....X.......X...", "hat": "x...x...x...x..."},
    "break, fill": {
        "kick": "X..x..x.........", "snare": "....X..o.xo.xxXX", "tom": "..........x.x.xX", "hat": "x.o.x.o.",
    },
    "rush": {"snare": "oooooooxoxoxxxXX", "kick": "X.......X...X...", "tom": "........o.o.x.x."},
    "hit": {"kick": "X...............", "crash": "X...............", "snare": "X..............."},
    "pulse": {"hat": "....o.......o..."},
    "rise": {"hat": "o...o...o.o.oooo", "tom": "..........o.o.xx", "kick": "o.....o.....o..."},
    "groove": {
        "kick": "X..x..x...x...o.", "snare": "....X.......X...", "ghost": ".o.....o.x.....o",
        "ride": "x.x.x.x.x.x.x.x.",
    },
    "groove, other": {
        "kick": "X.....x..xX.....", "snare": "....X..o....X.o.", "ghost": ".......o.o......",
        "ride": "X.o.x.x.X.o.x.x.",
    },
    "groove, open": {
        "kick": "X..x..x...X..x..", "snare": "....X.......X...", "ghost": "..o....o.x...o.o",
        "hat": "x.oxx.o.x.oxx.o.", "open": "......x.......x.",
    },
    "groove, fill": {
        "kick": "X..x..x.x.......", "snare": "....X..o..xoxxxX", "tom": "........x.x.x.xX", "ride": "x.x.x.x.",
    },
    "big": {
        "kick": "X..x..X...x..xo.", "snare": "....X..o....X..o", "ghost": ".o.o...o.xo..o.o",
        "ride": "X.x.X.x.X.x.X.x.", "crash": "X...............",
    },
    "big, other": {
        "kick": "X.....X..xX..x..", "snare": "....X..o.o..X.o.", "ghost": ".o...o...x.o...o",
        "ride": "X.x.X.x.X.x.X.x.",
    },
    "three": {
        "kick": "X.....X.....X...", "snare": "X.....X.....X...", "crash": "o.....o.....x...",
        "hat": "..o.o...o.o...o.",
    },
    "last": {"kick": "X...............", "crash": "X..............."},
    "silence": {},
}  # fmt: skip

PLAN = {
    (0, "corridor"): ("silence", "silence", "walk", "brushes"),
    (0, "theme"): (
        "brushes", "brushes", "brushes", "brushes, more", "brushes, more", "brushes", "brushes, more",
        "brushes, fill",
    ),
    (0, "roof"): ("ride", "ride, talk", "ride", "ride, talk", "ride", "ride, talk", "ride, talk", "ride, fill"),
    (0, "stopped"): ("stop", "silence", "silence", "silence"),
    (0, "stage"): (
        "stage", "stage, talk", "stage", "stage, talk", "stage, talk", "stage", "stage, talk", "stage, fill",
    ),
    (0, "light"): ("light", "light, more", "light, most", "light, rest"),
    (1, "circle"): ("silence", "silence", "low", "low, more", "hush", "hush, more", "low", "pulse"),
    (1, "argument"): ("hush", "break", "hush, more", "step", "hush, more", "break, other", "rush", "hit"),
    (1, "quiet"): ("silence", "silence", "silence", "silence", "silence", "pulse", "pulse", "rise"),
    (1, "together"): (
        "groove", "groove, other", "groove", "groove, fill", "groove, open", "groove, other", "groove, open",
        "groove, fill",
    ),
    (1, "finale"): ("big", "groove, open", "big, other", "groove, fill", "big", "groove, fill", "three", "last"),
}  # fmt: skip
