"""Reads the records that Readout writes, one article a line (`readout read --format jsonl`).

Offsets of a record count UTF-16 units or code points, as its `offsetUnit` says; Python counts code points.
"""

import copy
import json
from typing import Any, Dict, IO, Iterable, Iterator, List, NamedTuple, Optional, Tuple, Union

__all__ = ["Statement", "check_spans", "convert_offsets", "list_spans", "list_statements", "read_records"]

Record = Dict[str, Any]

FORMAT = "readout/1"
UNITS = ("utf16", "codepoint")


class Statement(NamedTuple):
    """Who said what. Names are those of the article's entities; None where nobody can know."""

    id: str
    kind: str
    act: str
    #: Name of the speaker; None where the text names none or it is unresolved.
    speaker: Optional[str]
    speaker_country: Optional[str]
    #: The words that name the speaker (“a senior official”); None where the text has none.
    source: Optional[str]
    on_behalf_of: Optional[str]
    addressee: Optional[str]
    #: The cue's words; None for a free quotation.
    cue: Optional[str]
    #: Everything attributed; several pieces are joined by “ … ”.
    words: str
    #: Each run of verbatim words.
    quotations: Tuple[str, ...]
    is_negated: bool
    is_hedged: bool
    within: Optional[str]
    confidence: float
    #: The statement as it stands in the record.
    fact: Dict[str, Any]


def read_records(source: Union[str, "IO[str]", Iterable[str]]) -> Iterator[Record]:
    """Records of a file (by its path), of an open file or of lines. Raises ValueError with the line's number on what is no record."""
    if isinstance(source, str) or hasattr(source, "__fspath__"):
        # Only a line feed ends a line: U+2028 may stand inside one.
        with open(source, encoding="utf-8", newline="\n") as lines:
            yield from read_records(lines)
        return
    for number, line in enumerate(source, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError as error:
            raise ValueError(f"Line {number} is no JSON: {error}") from error
        if not isinstance(record, dict) or record.get("format") != FORMAT:
            raise ValueError(f"Line {number} is no record of the format {FORMAT}.")
        yield record


def list_spans(value: Any, path: str = "") -> Iterator[Tuple[str, Dict[str, Any]]]:
    """Every span anywhere in a value, with its path: an object with whole numbers `start` and `end`."""
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from list_spans(item, f"{path}[{number}]")
    elif isinstance(value, dict):
        if _is_whole(value.get("start")) and _is_whole(value.get("end")):
            yield path, value
        for key, item in value.items():
            yield from list_spans(item, f"{path}.{key}" if path else key)


def check_spans(record: Record, text: Optional[str] = None) -> List[str]:
    """A sentence for each span that does not read as claimed; none when all is well."""
    text = _text_of(record, text)
    to_points = _to_points(text, record["offsetUnit"])
    faults = []
    for path, span in list_spans(record):
        start, end, words = span["start"], span["end"], span.get("text")
        if not 0 <= start < end < len(to_points):
            faults.append(f"{path} [{start}, {end}) is no stretch of the text.")
            continue
        first, last = to_points[start], to_points[end]
        found = None if first is None or last is None else text[first:last]
        if found != words:
            faults.append(f"{path} [{start}, {end}) reads {found!r}, not {words!r}.")
    return faults


def convert_offsets(record: Record, unit: str, text: Optional[str] = None) -> Record:
    """A copy of a record whose offsets count `unit`: “codepoint” or “utf16”."""
    if unit not in UNITS:
        raise ValueError(f"Offsets count one of {', '.join(UNITS)}, not {unit!r}.")
    if record["offsetUnit"] == unit:
        return copy.deepcopy(record)
    text = _text_of(record, text)
    table = _to_points(text, "utf16") if unit == "codepoint" else _to_units(text)
    copied = copy.deepcopy(record)
    for path, span in list_spans(copied):
        for edge in ("start", "end"):
            offset = table[span[edge]] if 0 <= span[edge] < len(table) else None
            if offset is None:
                raise ValueError(f"{path}.{edge} is {span[edge]}, which no sign of the text begins at: check_spans tells more.")
            span[edge] = offset
    copied["offsetUnit"] = unit
    copied["article"]["length"] = len(text) if unit == "codepoint" else table[-1]
    return copied


def list_statements(record: Record) -> Iterator[Statement]:
    """Statements of a record, in its order, with the names of those who speak."""
    entities = {entity["id"]: entity for entity in record["entities"]}

    def name(entity_id: Optional[str]) -> Optional[str]:
        return entities[entity_id]["name"] if entity_id in entities else None

    for fact in record["statements"]:
        source = fact["source"] or {}
        yield Statement(
            id=fact["id"],
            kind=fact["kind"],
            act=fact["act"],
            speaker=name(source.get("entity")),
            speaker_country=entities.get(source.get("entity"), {}).get("country"),
            source=source["span"]["text"] if source else None,
            on_behalf_of=name(source.get("onBehalfOf")),
            addressee=name((fact["addressee"] or {}).get("entity")),
            cue=_join(fact["cue"]["spans"]) if fact["cue"] else None,
            words=_join(fact["content"]["spans"]),
            quotations=tuple(run["text"] for run in fact["quotations"]),
            is_negated=fact["negated"],
            is_hedged=len(fact["hedges"]) > 0,
            within=fact["within"],
            confidence=fact["confidence"],
            fact=fact,
        )


def _join(spans: List[Dict[str, Any]]) -> str:
    return " … ".join(span["text"] for span in spans)


def _text_of(record: Record, text: Optional[str]) -> str:
    given = text if text is not None else record["article"].get("text")
    if given is None:
        raise ValueError("The record has no text (it was written with --no-text): give the text.")
    return given


def _to_points(text: str, unit: str) -> List[Optional[int]]:
    """For each offset in `unit`, the number of code points before it; None in the middle of a sign of two units."""
    if unit == "codepoint":
        return list(range(len(text) + 1))
    table: List[Optional[int]] = []
    for point, sign in enumerate(text):
        table.append(point)
        if ord(sign) > 0xFFFF:
            table.append(None)
    table.append(len(text))
    return table


def _to_units(text: str) -> List[int]:
    """For each offset in code points, the number of UTF-16 units before it."""
    table = [0]
    for sign in text:
        table.append(table[-1] + (2 if ord(sign) > 0xFFFF else 1))
    return table


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
