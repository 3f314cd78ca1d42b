"""Reads the corpora into shards: tokens from export-tokens.ts, gold labels beside them. Nothing of this is ever committed.

    python corpora.py CORPORA_FOLDER OUT_FOLDER      (NODE names the Node 22+ to run; default: node)
"""

import gzip
import hashlib
import json
import os
import pickle
import subprocess
import sys
from bisect import bisect_left, bisect_right
from pathlib import Path

HERE = Path(__file__).resolve().parent


def records(path):
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            yield json.loads(line)


def is_dev(key):
    return hashlib.sha1(key.encode()).hexdigest()[-1] in "01"


def export(inputs):
    given = "".join(json.dumps(i) + "\n" for i in inputs)
    command = [os.environ.get("NODE", "node"), str(HERE / "export-tokens.ts")]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=True, encoding="utf-8")
    return [json.loads(line) for line in done.stdout.split("\n") if line]


def token_span(shard, span):
    """The tokens that a character span touches, as [first, last); None when it touches none."""
    first, last = bisect_right(shard["end"], span[0]), bisect_left(shard["start"], span[1])
    return [first, last] if last > first else None


def polnear(folder, split):
    documents = list(records(folder / "polnear" / f"{split}.jsonl.gz"))
    shards = export([{"id": d["id"], "text": d["text"]} for d in documents])
    for document, shard in zip(documents, shards):
        made = []
        for a in document["attributions"]:
            spans = {role: [s for s in (token_span(shard, span) for span in a[role]) if s] for role in ("source", "cue", "content")}
            if spans["cue"] and spans["content"]:
                made.append(spans)
        shard["attributions"] = made
        shard["published"] = document["published"]
    return shards


def lemma_script(form, lemma):
    """How a word becomes its lemma: cut so many signs off the lower-cased end, add these. `=` keeps capitals."""
    keep, word = ("=", form) if lemma != lemma.lower() else ("", form.lower())
    common = os.path.commonprefix([word, lemma])
    return f"{keep}{len(word) - len(common)}{lemma[len(common):]}"


def treebank(path):
    documents, sentence = [], []
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            if line.startswith("# newdoc"):
                documents.append({"id": line.split("=")[-1].strip(), "sentences": [], "paragraphs": []})
            elif line.startswith("# newpar"):
                documents[-1]["paragraphs"].append(len(documents[-1]["sentences"]))
            elif line[0].isdigit() and line.split("\t")[0].isdigit():
                sentence.append(line.rstrip("\n").split("\t"))
            elif line == "\n" and sentence:
                documents[-1]["sentences"].append(sentence)
                sentence = []
    return documents


def syntax(folder, names):
    shards = []
    for name in names:
        documents = treebank(folder / name)
        given = [{"id": d["id"], "sentences": [[row[1] for row in s] for s in d["sentences"]], "paragraphs": sorted({0, *d["paragraphs"]})}
                 for d in documents]
        for document, shard in zip(documents, export(given)):
            rows = [row for s in document["sentences"] for row in s]
            base = [at for at, s in zip(shard["sentences"], document["sentences"]) for _ in s]
            shard["upos"] = [row[3] for row in rows]
            shard["lemma"] = [lemma_script(row[1], row[2]) for row in rows]
            shard["relation"] = [row[7] for row in rows]
            shard["head"] = [int(row[6]) - 1 + at if row[6] != "0" else -1 for row, at in zip(rows, base)]
            shards.append(shard)
    return shards


def names(folder):
    train, dev = [], []
    documents = list(records(folder / "worldwide-ner" / "train.jsonl.gz"))
    given = []
    for d in documents:
        bounds = [*d["sentences"], len(d["words"])]
        sentences = [d["words"][a:b] for a, b in zip(bounds, bounds[1:])]
        given.append({"id": d["id"], "sentences": sentences, "paragraphs": list(range(0, len(sentences), 3))})
    for document, shard in zip(documents, export(given)):
        shard["names"] = document["tags"]
        (dev if is_dev(document["id"]) else train).append(shard)
    return train, dev


def main():
    folder, out = map(Path, sys.argv[1:])
    out.mkdir(parents=True, exist_ok=True)
    names_train, names_dev = names(folder)
    made = {
        "polnear-train": polnear(folder, "train"), "polnear-dev": polnear(folder, "dev"),
        "syntax-train": syntax(folder, ["ud-ewt/train.conllu.gz", "gum/train.conllu.gz"]),
        "syntax-dev": syntax(folder, ["ud-ewt/dev.conllu.gz"]), "syntax-gum-dev": syntax(folder, ["gum/dev.conllu.gz"]),
        "names-train": names_train, "names-dev": names_dev,
    }
    for name, shards in made.items():
        with open(out / f"{name}.pickle", "wb") as file:
            pickle.dump(shards, file)
        print(name, len(shards), "documents,", sum(len(s["words"]) for s in shards), "tokens")


if __name__ == "__main__":
    main()
