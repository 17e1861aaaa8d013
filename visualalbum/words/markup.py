"""XML as nodes with places, read by expat: no entities but XML's own five, and bounds for depth and size."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

from visualalbum.problems import Place
from visualalbum.said import say
from visualalbum.textfile import refuse

MAX_DEPTH = 100
"""Elements inside each other; a document of words has about six."""

MAX_ELEMENTS = 200_000
"""A word for every element, and an opera has some ten thousand."""

ANOTHER = say("name another file")

BETWEEN = " "
"""What expat puts between a namespace and a name: a namespace has none."""


@dataclass
class Element:
    """An element: names are `namespace name`, or the name alone where it has no namespace."""

    name: str
    attributes: dict[str, str]
    line: int
    column: int
    parts: list[Element | str] = field(default_factory=list)
    """What is in it, in order: elements and text."""

    @property
    def local(self) -> str:
        """The name without its namespace."""
        return self.name.rpartition(BETWEEN)[2]

    def get(self, name: str, namespace: str = "") -> str | None:
        """The value of an attribute."""
        return self.attributes.get(f"{namespace}{BETWEEN}{name}" if namespace else name)

    def elements(self) -> list[Element]:
        """The elements in it."""
        return [part for part in self.parts if isinstance(part, Element)]

    def every(self, local: str) -> list[Element]:
        """All elements of a name in it, at any depth, in the order of the text."""
        found, waiting = [], self.elements()[::-1]
        while waiting:
            element = waiting.pop()
            if element.local == local:
                found.append(element)
            waiting += element.elements()[::-1]
        return found

    def text(self) -> str:
        """All text in it, spaces as they are written."""
        found: list[str] = []
        waiting = self.parts[::-1]
        while waiting:
            part = waiting.pop()
            if isinstance(part, str):
                found.append(part)
            else:
                waiting += part.parts[::-1]
        return "".join(found)


def parse(text: str, file: str) -> Element:
    """Read an XML document; raises `textfile.UnreadableError` with the place and a remedy where it is none."""
    reader = _Reader(file)
    try:
        reader.expat.Parse(text, True)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        place = Place(file, error.lineno, error.offset + 1)
        sentence = say("this is not XML from here on: {reason}", reason=reason)
        raise refuse(place, "not-xml", sentence, say("mend it, or name another")) from error
    assert reader.root is not None  # expat has taken a document without an element for an error
    return reader.root


class _Reader:
    def __init__(self, file: str) -> None:
        self._file = file
        self._open: list[Element] = []
        self._count = 0
        self.root: Element | None = None
        # The text is decoded already: what the XML declaration says of its encoding is out of date.
        self.expat = expat.ParserCreate("utf-8", BETWEEN)
        self.expat.buffer_text = True
        self.expat.StartElementHandler = self._start
        self.expat.EndElementHandler = self._end
        self.expat.CharacterDataHandler = self._text
        self.expat.EntityDeclHandler = self._on_entity

    def _place(self) -> Place:
        return Place(self._file, self.expat.CurrentLineNumber, self.expat.CurrentColumnNumber + 1)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if len(self._open) >= MAX_DEPTH:
            sentence = say("elements lie more than {most} deep here", most=MAX_DEPTH)
            raise refuse(self._place(), "too-deep", sentence, ANOTHER)
        if self._count > MAX_ELEMENTS:
            sentence = say("this document has more than {most} elements", most=MAX_ELEMENTS)
            raise refuse(self._place(), "too-many-elements", sentence, ANOTHER)
        element = Element(name, attributes, self.expat.CurrentLineNumber, self.expat.CurrentColumnNumber + 1)
        if self._open:
            self._open[-1].parts.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        self._open[-1].parts.append(text)

    def _on_entity(self, name: str, *_: object) -> None:
        sentence = say("the entity {name} is declared here, and words need none", name=name)
        remedy = say("delete the declaration and write its text where it is used")
        raise refuse(self._place(), "entity", sentence, remedy)
