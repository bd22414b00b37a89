"""The scorers of the labels, on a tiny invented text: python3 -m unittest discover evaluation"""
import os
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import agreement  # noqa: E402
import labels  # noqa: E402

TEXT = ('Mayor Ida Brook denied that the pier sank. "It may lean," she said. Critics laugh. '
        "In this view, piers lie.")


def spot(words, start=0):
    at = TEXT.index(words, start)
    return [at, at + len(words)]


def span(words):
    start, end = spot(words)
    return {"start": start, "end": end, "text": words}


DENIED = {"id": "a", "source": [spot("Mayor Ida Brook")], "cue": [spot("denied")],
          "content": [spot("that the pier sank")]}
LEANS = {"id": "a", "source": [spot("she")], "cue": [spot("said")], "content": [spot('"It may lean,"')]}
LAUGH = {"id": "a", "source": [spot("Critics")], "cue": [spot("laugh")], "content": [spot("laugh")]}
LABELS = {
    "kind": [{**DENIED, "kind": "person"}, {**LEANS, "kind": "person"}, {**LAUGH, "kind": "collective"}],
    "certainty": [{**DENIED, "certainty": "certain", "polarity": "denied", "sample": "negation"},
                  {**LEANS, "certainty": "possible", "polarity": "affirmed", "sample": "random"}],
    "names": [{**LEANS, "name": spot("Ida Brook")}, {**DENIED, "name": None}],
    "voice": [{"id": "a", "start": s, "end": e, "voice": voice, "author_mode": None} for s, e, voice in (
        (0, spot("In this view")[0], "attributed"), (spot("In this view")[0], len(TEXT), "carried"))],
}


def predicted(**changed):
    first = {"content": [span("the pier sank")], "cue": span("denied"), "source": [span("Mayor Ida Brook")],
             "source_kind": "person", "source_name": None, "certainty": "certain", "polarity": "denied"}
    second = {"content": [span("It may lean")], "cue": span("said"), "source": [span("she")],
              "source_kind": "organization", "source_name": "BROOK", "certainty": "possible",
              "polarity": "affirmed"}
    segments = [{"start": 0, "end": len(TEXT), "voice": "attributed", "author_mode": None}]
    return {"doc_id": "a", "text": TEXT, "claims": [{**first, **changed}, second], "segments": segments}


def report(prediction, gold=LABELS):
    with tempfile.TemporaryDirectory() as empty:
        dev = [{"id": "a", "text": TEXT, "publisher": "The Pier"}]
        return labels.report(labels.Articles([prediction], dev, empty), gold)


class Scores(unittest.TestCase):
    def test_the_best_overlap_is_compared_and_the_rest_is_unmatched(self):
        out = report(predicted())
        self.assertEqual((out["kind"]["labelled"], out["kind"]["matched"]), (3, 2))
        self.assertEqual(out["kind"]["confusion"], {"person": {"organization": 1, "person": 1}})
        self.assertEqual(out["kind"]["classes"]["person"], {"p": 1.0, "r": 0.5, "f1": 0.6667, "n": 2})

    def test_another_source_is_no_match_but_a_label_without_one_needs_none(self):
        self.assertEqual(report(predicted(source=[span("Critics")]))["kind"]["matched"], 1)
        bare = {**LABELS, "kind": [{**DENIED, "source": [], "kind": "unstated"}]}
        out = report(predicted(), bare)["kind"]
        self.assertEqual((out["matched"], out["confusion"]), (1, {"unstated": {"person": 1}}))

    def test_certainty_polarity_and_denials(self):
        out = report(predicted())
        self.assertEqual((out["certainty"]["macro_f1"], out["polarity"]["macro_f1"]), (1.0, 1.0))
        self.assertEqual(out["denials"]["recall"], 1.0)
        wrong = report(predicted(polarity="affirmed"))
        self.assertEqual((wrong["denials"]["recall"], wrong["denials"]["affirmed"]), (0.0, 1))
        self.assertEqual(wrong["polarity"]["by_sample"]["negation"], {"n": 1, "accuracy": 0.0})
        self.assertEqual(wrong["outlets"]["The Pier"]["polarity"], {"error": 0.5, "n": 2})

    def test_a_name_that_the_label_lacks_is_invented(self):
        out = report(predicted())["names"]
        self.assertEqual((out["precision"], out["recall"]), (1, 1))
        out = report(predicted(source_name="Pier"))["names"]
        self.assertEqual((out["precision"], out["invented"]), (0.5, 1))
        self.assertTrue(labels.same_name("the  Carrow Board", "carrow board"))
        self.assertFalse(labels.same_name("Brooks", "Ida Brook"))
        self.assertFalse(labels.same_name("", "Ida Brook"))

    def test_voice_is_counted_by_words(self):
        out = report(predicted())["voice"]
        self.assertEqual((out["words"], out["accuracy"]), (20, 0.75))
        self.assertEqual(out["classes"]["carried"]["f1"], 0.0)
        nothing = report({"doc_id": "b", "claims": []})["voice"]
        self.assertEqual(nothing["confusion"]["carried"], {"none": 5})

    def test_a_prediction_over_another_text_is_refused(self):
        with self.assertRaises(SystemExit):
            report({**predicted(), "text": TEXT + " "})


class Agreement(unittest.TestCase):
    def test_kappa_takes_chance_away(self):
        seen = [("a", "a")] * 20 + [("a", "b")] * 5 + [("b", "a")] * 10 + [("b", "b")] * 15
        self.assertEqual(agreement.kappa(seen), 0.4)
        self.assertIsNone(agreement.kappa([("a", "a")] * 3))

    def test_rows_are_paired_by_place(self):
        table = {n: {str(i): row for i, row in enumerate(LABELS[n])} for n in LABELS}
        kinds = {"0": {**DENIED, "kind": "unnamed"}, "9": LAUGH}
        out = agreement.agreement(table, {**table, "kind": kinds, "names": {"1": {"name": [1, 2]}}})
        self.assertEqual((out["kind"]["n"], out["kind_not_in_first"]), (1, 1))
        self.assertEqual(out["kind"]["apart"], {"person / unnamed": 1})
        self.assertEqual((out["names"]["agreement"], out["polarity"]["agreement"]), (0.0, 1.0))
        self.assertTrue(agreement.same_place([0, 9], [4, 9]) and agreement.same_place(None, None))


if __name__ == "__main__":
    unittest.main()
