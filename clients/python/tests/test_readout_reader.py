"""Tests of the reader, on a record made by hand. READOUT_RECORDS may name a file of records, which are checked besides."""

import copy
import io
import json
import os
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))

from readout_reader import check_spans, convert_offsets, list_spans, list_statements, read_records  # noqa: E402

TEXT = "🚢 Ilva Brandt said “We will wait”, é.\u2028A Belmoran official reportedly agreed.\n"


def span(words, offset=1):
    """UTF-16 offsets: the ship counts two units, so all that follows stands one further."""
    start = TEXT.index(words)
    return {"start": start + offset, "end": start + offset + len(words), "text": words}


def make_statement(**told):
    bare = {
        "kind": "direct",
        "act": "say",
        "source": None,
        "cue": None,
        "quotations": [],
        "addressee": None,
        "within": None,
        "negated": False,
        "hedges": [],
        "confidence": 0.9,
    }
    return {**bare, **told}


def make_record():
    brandt = {"span": span("Ilva Brandt"), "entity": "e1", "kind": "person", "onBehalfOf": "e2"}
    official = {"span": span("A Belmoran official"), "entity": None, "kind": "anonymous", "onBehalfOf": None}
    return {
        "format": "readout/1",
        "producedBy": {"readout": "0.1.0", "models": {}, "knowledge": None},
        "offsetUnit": "utf16",
        "article": {"id": "0" * 64, "source": "a.txt", "publishedOn": "2024-03-14", "length": len(TEXT) + 1, "text": TEXT},
        "entities": [
            {"id": "e1", "kind": "person", "name": "Ilva Brandt", "country": "VAR", "roles": [], "link": {}, "mentions": [span("Ilva Brandt")]},
            {"id": "e2", "kind": "country", "name": "Belmora", "country": "BEL", "roles": [], "link": {}, "mentions": [span("Belmoran")]},
        ],
        "statements": [
            make_statement(
                id="s1",
                source=brandt,
                cue={"spans": [span("said")], "lemma": "say"},
                content={"spans": [span("“We will wait”"), span("é")]},
                quotations=[{**span("We will wait"), "closed": True}],
            ),
            make_statement(id="s2", kind="indirect", source=official, content={"spans": [span("agreed")]}, hedges=[span("reportedly")]),
        ],
        "events": [{"id": "v1", "date": {"span": span("wait"), "start": "2024-03-14", "end": "2024-03-14", "grain": "day"}}],
        "cooperation": [],
        "comparisons": [],
        "notices": [],
    }


class Reading(unittest.TestCase):
    def test_lines_of_a_file_are_cut_at_line_feeds_alone(self):
        line = json.dumps(make_record(), ensure_ascii=False)
        self.assertIn("\u2028", line)
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "records.jsonl")
            with open(path, "w", encoding="utf-8") as file:
                file.write(f"{line}\n\n{line}\n")
            self.assertEqual([record["article"]["source"] for record in read_records(path)], ["a.txt", "a.txt"])

    def test_what_is_no_record_is_told_with_its_line(self):
        for lines, words in [("\n{", "Line 2 is no JSON"), ("[]", "Line 1 is no record"), ('{"format": "readout/9"}', "readout/1")]:
            with self.assertRaisesRegex(ValueError, words):
                list(read_records(io.StringIO(lines)))


class Spans(unittest.TestCase):
    def test_every_span_is_found_and_a_date_is_none(self):
        paths = [path for path, _ in list_spans(make_record())]
        self.assertIn("events[0].date.span", paths)
        self.assertNotIn("events[0].date", paths)
        self.assertEqual(len(paths), 11)

    def test_spans_read_as_claimed_in_either_unit(self):
        record = make_record()
        self.assertEqual(check_spans(record), [])
        points = convert_offsets(record, "codepoint")
        self.assertEqual(check_spans(points), [])
        for _, one in list_spans(points):
            self.assertEqual(TEXT[one["start"] : one["end"]], one["text"])
        self.assertEqual(points["article"]["length"], len(TEXT))
        self.assertEqual(convert_offsets(points, "utf16"), record)

    def test_faults_are_told(self):
        for start, end, words in [(3, 4, "reads"), (1, 3, "reads None"), (5, 5, "no stretch"), (3, 9999, "no stretch")]:
            record = make_record()
            record["entities"][0]["mentions"][0].update(start=start, end=end)
            faults = check_spans(record)
            self.assertEqual(len(faults), 1)
            self.assertIn(words, faults[0])
            self.assertIn("entities[0].mentions[0]", faults[0])

    def test_a_record_without_its_text_needs_one(self):
        record = make_record()
        del record["article"]["text"]
        with self.assertRaisesRegex(ValueError, "--no-text"):
            check_spans(record)
        self.assertEqual(check_spans(record, TEXT), [])

    def test_no_offset_points_into_a_sign(self):
        record = make_record()
        record["entities"][0]["mentions"][0]["start"] = 1
        with self.assertRaisesRegex(ValueError, "entities"):
            convert_offsets(record, "codepoint")
        with self.assertRaisesRegex(ValueError, "bytes"):
            convert_offsets(record, "bytes")


class Statements(unittest.TestCase):
    def test_speakers_have_names_where_anybody_knows(self):
        first, second = list_statements(make_record())
        self.assertEqual((first.speaker, first.speaker_country, first.on_behalf_of, first.cue), ("Ilva Brandt", "VAR", "Belmora", "said"))
        self.assertEqual((first.words, first.quotations), ("“We will wait” … é", ("We will wait",)))
        self.assertEqual((second.speaker, second.source, second.cue, second.is_hedged), (None, "A Belmoran official", None, True))

    def test_the_record_is_left_as_it_is(self):
        record = make_record()
        before = copy.deepcopy(record)
        list(list_statements(record))
        convert_offsets(record, "codepoint")
        self.assertEqual(record, before)


class RealRecords(unittest.TestCase):
    def test_records_of_readout_itself(self):
        path = os.environ.get("READOUT_RECORDS")
        if path is None:
            self.skipTest("READOUT_RECORDS names no file")
        for record in read_records(path):
            self.assertEqual(check_spans(record), [])
            self.assertEqual(check_spans(convert_offsets(record, "codepoint")), [])
            self.assertEqual(convert_offsets(convert_offsets(record, "codepoint"), "utf16"), convert_offsets(record, "utf16"))
            self.assertEqual(len(list(list_statements(record))), len(record["statements"]))


if __name__ == "__main__":
    unittest.main()
