"""The melodies of both songs and the words on them.

Two themes out of one rhythm, accents on the first, fourth and seventh eighth. The tap-dancer's falls from D to A and
climbs back; it is swung and minor at first, straight and under major chords at last, on nearly the same notes. The
breaker's rises from D and falls back, low, so that the two move against each other when they are played together.
"""

from __future__ import annotations

from score import BREAKER, DANCER

from music.notes import Phrase, phrase

BOTH = "both"

PHRASES: tuple[Phrase, ...] = (
    # Song 0. Corridor: the theme is found, two notes, then three.
    phrase(0, 1, DANCER, "D5/5 A4/7"),
    phrase(0, 3, DANCER, "D5/5 A4/4 C5/3"),
    # Theme.
    phrase(0, 4, DANCER, "D5/5 A4/4 C5/2 A4/1 B4/5 G4/4 A4/2 r/1",
           "Mor-ning in the cor-ri-dor,", "朝=あ,さ の=の 長い=な,がい 廊下=ろう,か"),
    phrase(0, 6, DANCER, "D5/5 A4/4 C5/2 D5/1 E5/9 r/3",
           "not a bell has rung.", "ベル=ベ,ル は=は まだ=ま,だ"),
    phrase(0, 8, DANCER, "F5/5 E5/4 D5/2 C5/1 D5/5 C5/4 G4/2",
           "Heel and toe a-cross the floor,", "かかと_=か,か,と つま先=つ,ま,さ,き"),
    phrase(0, 9, DANCER, "r/11 G4/1 A4/5 F4/4 G4/3 A4/9 r/3",
           "a song yet un-sung.", "床=ゆ,か の=の 歌=う,た"),
    # Roof.
    phrase(0, 12, DANCER, "C5/6 A4/2 C5/1 F5/3 E5/8 r/4",
           "Up where the wind goes", "風=か,ぜ の=の 屋上=おく,じょう"),
    phrase(0, 13, DANCER, "r/9 D5/2 E5/1 F5/5 E5/4 D5/3 C5/9 r/3",
           "there is room for mis-takes.", "間違えて=ま,ち,が,え,て いい=いい"),
    phrase(0, 16, DANCER, "Bb4/6 A4/2 Bb4/1 D5/3 C5/8 r/4",
           "Count it, for-get it,", "数え=か,ぞ,え 直す=なお,す"),
    phrase(0, 17, DANCER, "r/9 C5/2 E5/1 G5/5 F5/4 E5/3 D5/9 r/3",
           "for as long as it takes.", "気=き が=が すむ=す,む まで=ま,で"),
    # Stopped.
    phrase(0, 20, DANCER, "r/6 F4/2 F4/1 E4/3 D4/6 C4/2 C4/1 A3/12",
           "Some-bo-dy stands in my light.", "光=ひ,か,り に=に 人影=ひと,か,げ"),
    phrase(0, 22, BREAKER, "D3/3 F3/3 G3/4 F3/2 D3/4", places=16),
    phrase(0, 23, DANCER, "r/6 D5/3 A4/3"),
    # Stage.
    phrase(0, 24, DANCER, "D5/5 A4/4 C5/2 E5/1 D5/5 B4/4 A4/2 r/1",
           "Tell them I am on my way,", "もう=もう 歩き=あ,る,き 出した=だ,し,た"),
    phrase(0, 26, DANCER, "F5/5 E5/4 F5/2 G5/1 A5/9 r/3",
           "they can shut the gate.", "門=もん が=が 閉まっても=し,まっ,ても"),
    phrase(0, 28, DANCER, "F5/5 E5/4 D5/2 E5/1 G5/5 E5/4 C5/2",
           "What they stopped was nev-er me:", "止めた=と,め,た の=の は=は 影=か,げ"),
    phrase(0, 29, DANCER, "r/11 C5/1 D5/5 E5/4 C#5/3 D5/9 r/3",
           "my feet did not wait.", "足=あ,し は=は ゆく=ゆ,く"),
    # Light.
    phrase(0, 32, DANCER, "D5/6 C5/3 D5/3 F5/8 r/4",
           "Now let it ring,", "さあ_=さ,あ 鳴れ=な,れ"),
    phrase(0, 33, DANCER, "r/9 D5/2 E5/1 F5/5 E5/4 F5/3 G5/11 r/1",
           "and I step in-to light.", "光=ひ,か,り の=の 方=ほう へ=へ"),
    # Song 1. Circle: the breaker's theme, and two who do not yet speak of the same floor.
    phrase(1, 0, DANCER, "C5/6 A4/6 G4/4 A4/12 r/4",
           "Here is the floor.", "この=こ,の 床=ゆ,か"),
    phrase(1, 2, BREAKER, "D3/3 F3/3 G3/4 F3/2 D3/4",
           "Who lent you the floor?", "誰=だ,れ が=が 貸した=か,した"),
    phrase(1, 3, BREAKER, "C3/3 D3/3 A3/4 G3/2 G3/4",
           "I was here be-fore.", "俺=お,れ が=が 先=さ,き"),
    phrase(1, 4, DANCER, "C5/3 A4/3 C5/3 D5/3 C5/2 D5/2 F5/6 D5/4 C5/2 A4/4",
           "No one lends it. It was trees till we came.",
           "誰=だ,れ も=も 貸さない_=か,さ,ない 森=も,り だった=だっ,た"),
    phrase(1, 6, BREAKER, "D3/3 F3/3 G3/4 A3/2 C4/8",
           "Make it say your name.", "鳴らして=な,ら,して みろ=み,ろ"),
    # Argument: a bar each.
    phrase(1, 8, DANCER, "C5/3 A4/3 C5/3 D5/3 F5/4",
           "I am not a-fraid.", "もう=もう 怖く=こ,わ,く ない=ない"),
    phrase(1, 9, BREAKER, "F3/3 F3/3 G3/4 F3/2 D3/4",
           "You were yes-ter-day.", "昨日=き,のう まで=ま,で は=は"),
    phrase(1, 10, DANCER, "D5/3 C5/3 D5/3 F5/3 G5/4",
           "Yes-ter-day is gone.", "昨日=き,のう は=は 昨日=き,のう"),
    phrase(1, 11, BREAKER, "G3/8 E3/6",
           "Is it?", "そう=そう か=か"),
    phrase(1, 12, DANCER, "G5/3 E5/3 F5/3 D5/3 E5/4",
           "Hear it in my heels.", "足=あ,し の=の 声=こ,え"),
    phrase(1, 13, BREAKER, "A3/3 C4/3 A3/4 G3/2 F3/4",
           "Hear it in my hands.", "手のひら=て,の,ひ,ら も=も"),
    phrase(1, 14, DANCER, "F5/1 E5/1 D5/1 C5/1 D5/1 C5/1 A4/1 G4/1 A4/1 G4/1 F4/1 G4/1 A4/1 C5/1 D5/1 E5/1 F5/2"),
    # Quiet.
    phrase(1, 16, DANCER, "D5/6 C5/4 A4/2 F4/16 r/4",
           "Dust in the light.", "舞う=ま,う 塵=ち,り"),
    phrase(1, 18, BREAKER, "C4/6 A3/4 G3/2 A3/16 r/4",
           "No-bo-dy wins.", "引き分け=ひ,き,わ,け"),
    phrase(1, 20, DANCER, "Bb4/6 A4/6 G4/4 A4/12 r/4",
           "You breathe, I breathe,", "吸って_=すっ,て 吐く=は,く"),
    phrase(1, 22, BOTH, "D5/6 C5/6 Bb4/4 C5/12",
           "keep-ing one count.", "同じ=お,な,じ だ=だ"),
    # Together: each theme in turn has the words, both are played.
    phrase(1, 24, DANCER, "D5/6 A4/6 C5/2 A4/2 Bb4/6 G4/6 A4/4",
           "One light falls on two of us,", "光_=ひ,か,り ふたり=ふ,た,り に=に"),
    phrase(1, 26, DANCER, "D5/6 A4/6 C5/2 D5/2 E5/12 r/4",
           "nei-ther has to go.", "降りそそぐ=ふ,り,そ,そ,ぐ"),
    phrase(1, 28, BREAKER, "D3/3 F3/3 G3/4 F3/2 D3/4",
           "You can have the high,", "上=う,え は=は おまえ=お,まえ"),
    phrase(1, 29, BREAKER, "C3/3 D3/3 A3/4 G3/2 G3/4",
           "I will take the low,", "下=した は=は 俺=お,れ だ=だ"),
    phrase(1, 30, BOTH, "A4/6 F4/6 G4/4 A4/12 r/4",
           "where the light falls.", "陽だまり=ひ,だ,ま,り"),
    phrase(1, 24, BREAKER, "D3/3 F3/3 G3/4 F3/2 D3/4 C3/3 D3/3 A3/4 G3/6"),
    phrase(1, 26, BREAKER, "D3/3 F3/3 G3/4 F3/2 D3/4 C3/3 D3/3 A3/4 G3/6"),
    phrase(1, 28, DANCER, "F5/6 E5/6 D5/2 C5/2 D5/6 C5/6 G4/4"),
    phrase(1, 30, BREAKER, "D3/3 F3/3 G3/4 F3/2 D3/4 C3/3 D3/3 A3/4 G3/2 C4/4"),
    # Finale.
    phrase(1, 32, BOTH, "F5/6 D5/6 E5/2 C5/2 D5/6 C5/6 G4/4",
           "Heel and toe and palm and knee,", "かかと_=か,か,と 手のひら=て,の,ひ,ら"),
    phrase(1, 34, BOTH, "A4/6 C5/6 E5/2 D5/2 F5/7 r/9",
           "let the mor-ning in.", "朝=あ,さ が=が 来る=く,る"),
    phrase(1, 36, BOTH, "G5/6 F5/6 D5/2 C5/2 E5/6 D5/6 C5/4",
           "One light falls on two of us:", "光_=ひ,か,り ふたり=ふ,た,り に=に"),
    phrase(1, 38, BOTH, "D5/6 Db5/6 C5/4 A4/10 r/6",
           "here is our floor.", "ここ=こ,こ だ=だ よ=よ"),
    phrase(1, 32, BREAKER, "D3/3 F3/3 G3/4 F3/2 D3/4 C3/3 D3/3 G3/4 A3/2 C4/4"),
    phrase(1, 34, BREAKER, "D3/3 F3/3 G3/4 F3/2 D3/4 F3/3 D3/3 C3/4 D3/2 A3/4"),
    phrase(1, 36, BREAKER, "D3/3 F3/3 G3/4 F3/2 D3/4 C3/3 D3/3 A3/4 G3/2 E3/4"),
    phrase(1, 38, BREAKER, "F3/6 F3/6 G3/4 F3/10"),
)  # fmt: skip


def sung(song: int) -> tuple[Phrase, ...]:
    """The lines of a song that have words, in the order of their times."""
    lines = [line for line in PHRASES if line.song == song and line.sung]
    return tuple(sorted(lines, key=lambda line: line.notes[0].start))
