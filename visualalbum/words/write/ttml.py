"""Words as TTML, written as sites for lyrics read it: word spans, agents, backing voices, translations."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from visualalbum.words.lines import Line, Lyrics, Singer, Word, overs_us

_HEAD = '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"'


def write(lyrics: Lyrics) -> str:
    """The document. Singers are called v1, v2 and so on, since their ids may be no names of XML."""
    ids = {singer.id: f"v{number}" for number, singer in enumerate(_singers(lyrics), start=1)}
    language = dict(lyrics.tags).get("la", "")
    told = ['<?xml version="1.0" encoding="UTF-8"?>', f"{_HEAD} xml:lang={quoteattr(language)}>"]
    if ids:
        agents = "".join(_agent(singer, ids[singer.id]) for singer in _singers(lyrics))
        told.append(f"<head><metadata>\n{agents}</metadata></head>")
    lines = "".join(f"{_paragraph(line, ids)}\n" for line in lyrics.lines)
    told.append(f"<body><div>\n{lines}</div></body></tt>")
    return "\n".join(told) + "\n"


def _singers(lyrics: Lyrics) -> list[Singer]:
    """Those that the text names, and then those whom only lines do."""
    named = {singer.id: singer for singer in lyrics.singers}
    lone = dict.fromkeys(line.singer for line in lyrics.lines if line.singer and line.singer not in named)
    return [*named.values(), *(Singer(name, name) for name in lone)]


def _agent(singer: Singer, known_as: str) -> str:
    kind = "group" if singer.group else "person"
    name = f"<ttm:name>{escape(singer.name)}</ttm:name>" if singer.name else ""
    return f'<ttm:agent type="{kind}" xml:id="{known_as}">{name}</ttm:agent>\n'


def _paragraph(line: Line, ids: dict[str, str]) -> str:
    agent = f' ttm:agent="{ids[line.singer]}"' if line.singer else ""
    behind = (
        f'<span ttm:role="x-bg"{_times(line.backing.start_us, line.backing.end_us)}>{_voice(line.backing)}</span>'
        if line.backing
        else ""
    )
    translations = "".join(
        f'<span ttm:role="x-translation" xml:lang={quoteattr(tag)}>{escape(text)}</span>'
        for tag, text in line.translations
    )
    latin = f'<span ttm:role="x-roman">{escape(line.transliteration)}</span>' if line.transliteration else ""
    return f"<p{_times(line.start_us, line.end_us)}{agent}>{_voice(line)}{behind}{translations}{latin}</p>"


def _voice(line: Line) -> str:
    if not line.words:
        return escape(" ".join(line.text.split()))
    sung = "".join(word.text for word in line.words).strip()
    untimed = line.text.removesuffix(sung) if line.text.endswith(sung) else ""
    timed = zip(line.words, overs_us(line), strict=True)
    return escape(untimed) + "".join(_span(word, over_us) for word, over_us in timed)


def _span(word: Word, over_us: int | None) -> str:
    """A word, over by then where it has no end of its own: one without would be on until its line ends.

    Spaces after it stand outside, as every program writes them.
    """
    text = word.text.rstrip()
    times = _times(word.start_us, over_us if word.end_us is None else word.end_us)
    return f"<span{times}>{escape(text)}</span>{escape(word.text[len(text) :])}"


def _times(start_us: int, end_us: int | None) -> str:
    end = "" if end_us is None else f' end="{_time(end_us)}"'
    return f' begin="{_time(start_us)}"{end}'


def _time(time_us: int) -> str:
    seconds, part = divmod(time_us, 1_000_000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    fraction = f"{part:06}"
    return f"{hours:02}:{minutes:02}:{seconds:02}.{fraction[:3] if fraction.endswith('000') else fraction}"
