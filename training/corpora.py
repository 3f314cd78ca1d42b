"""Reads the corpora into shards: tokens from export-tokens.ts, gold labels beside them. Nothing of this is ever committed.

    python corpora.py CORPORA_FOLDER OUT_FOLDER      (NODE names the Node 22+ to run; default: node)
"""

import csv
import gzip
import hashlib
import json
import os
import pickle
import re
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
        shard.update(teach(document, shard))
        shard["published"], shard["text"] = document["published"], document["text"]
    return shards


def teach(document, shard):
    """CoreNLP's layers on our tokens (None where the two tokenisations differ) and its chains as `mentions`."""
    count = len(shard["words"])
    if not document["tag"]:
        return {key: [None] * count for key in ("penn", "ner", "stanford", "stanford_head")} | {"mentions": []}
    ours = {(a, b): n for n, (a, b) in enumerate(zip(shard["start"], shard["end"]))}
    at = [ours.get(tuple(span)) for span in document["tokens"]]
    layers = {key: [None] * count for key in ("penn", "ner", "stanford", "stanford_head")}
    for n, own in enumerate(at):
        if own is None:
            continue
        head = document["head"][n]
        layers["penn"][own], layers["ner"][own], layers["stanford"][own] = document["tag"][n], document["ner"][n], document["relation"][n]
        layers["stanford_head"][own] = -1 if head < 0 else at[head]
    mentions = set()
    for chain, spans in enumerate(document["coref"] or []):
        for first, last in spans:
            heads = [n for n in range(first, last) if not first <= document["head"][n] < last]
            if heads and at[heads[0]] is not None:
                mentions.add((at[heads[0]], chain, document["tag"][heads[0]].startswith("NNP")))
    return {**layers, "mentions": sorted(mentions)}


def entities_of(rows, heads):
    """GUM's mentions as [(token, cluster, whether a name)]; the token that carries one has its head outside of it."""
    opened, mentions = [], set()
    for n, row in enumerate(rows):
        given = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
        for begins, at_once, ends in re.findall(r"\((\d+)(?:-[^()]*)?(\))?|(\d+)\)", given):
            if begins:
                opened.append((begins, n))
            if at_once or ends:
                place = next((k for k in range(len(opened) - 1, -1, -1) if opened[k][0] == (begins or ends)), None)
                if place is None:
                    continue
                cluster, first = opened.pop(place)
                token = next((k for k in range(first, n + 1) if not first <= heads[k] <= n), n)
                mentions.add((token, int(cluster), rows[token][3] == "PROPN"))
    return sorted(mentions)


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
            shard["mentions"] = entities_of(rows, shard["head"]) if name.startswith("gum") else []
            shards.append(shard)
    return shards


def gap(folder, split):
    """Passages with a pronoun and two names: `mentions` as in GUM, the pronoun in the cluster of the name it means, else in none."""
    with gzip.open(folder / "gap" / f"gap-{split}.tsv.gz", "rt", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    shards = export([{"id": row["ID"], "text": row["Text"]} for row in rows])
    for row, shard in zip(rows, shards):
        spans = {}
        for key, value in (("pronoun", "Pronoun"), ("A", "A"), ("B", "B")):
            start = int(row[value + "-offset"])
            spans[key] = token_span(shard, [start, start + len(row[value])])
        meant = 1 if row["A-coref"] == "TRUE" else 2 if row["B-coref"] == "TRUE" else 0
        shard["pronoun"] = (spans["pronoun"][0], [spans["A"][1] - 1, spans["B"][1] - 1], meant)
        shard["text"] = row["Text"]
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


def newswcl50(folder):
    """Articles in given tokens with the last word of each coded mention: event 0 is dev."""
    made = []
    for item in records(folder / "newswcl50" / "events0-6.jsonl.gz"):
        kept = [n for n, word in enumerate(item["words"]) if word != "\\n"]
        own = {n: k for k, n in enumerate(kept)}
        bounds = sorted({own[n] for n in item["sentences"] if n in own} | {own[n + 1] for n in range(len(item["words"]) - 1) if n not in own and n + 1 in own})
        sentences = [[item["words"][kept[k]] for k in range(a, b)] for a, b in zip(bounds, [*bounds[1:], len(kept)])]
        breaks = [i for i, a in enumerate(bounds) if a == 0 or kept[a] - 1 not in own]
        gold = [[own[m["end"] - 1], m["chain"], False] for m in item["mentions"] if m["type"] in ("ACTOR", "COUNTRY") and m["end"] - 1 in own]
        made.append({"set": "newswcl50", "split": "dev" if item["event"] == 0 else "train", "sentences": sentences, "paragraphs": sorted({0, *breaks}), "gold": gold})
    return made


def references(folder, made):
    """What the scorer of entities learns from: texts, or given sentences, with [token, chain, whether a name]; a line each."""
    for split in ("train", "dev"):
        for shard in made[f"gap-{split}"]:
            pronoun, (a, b), meant = shard["pronoun"]
            yield {"set": "gap", "split": split, "text": shard["text"], "gold": [[pronoun, meant, False], [a, 1, True], [b, 2, True]]}
        for shard in made[f"polnear-{split}"][:400]:
            yield {"set": "polnear", "split": split, "text": shard["text"], "gold": shard["mentions"]}
        for shard in made["syntax-train" if split == "train" else "syntax-gum-dev"]:
            if shard["mentions"]:
                bounds = shard["sentences"]
                sentences = [shard["words"][a:b] for a, b in zip(bounds, [*bounds[1:], len(shard["words"])]) if b > a]
                paragraphs = [i for i, a in enumerate(bounds) if a in set(shard["paragraphs"]) and a < len(shard["words"])]
                yield {"set": "gum", "split": split, "sentences": sentences, "paragraphs": paragraphs, "gold": shard["mentions"]}
    yield from newswcl50(folder)


def main():
    folder, out = map(Path, sys.argv[1:])
    out.mkdir(parents=True, exist_ok=True)
    names_train, names_dev = names(folder)
    made = {
        "polnear-train": polnear(folder, "train"), "polnear-dev": polnear(folder, "dev"),
        "syntax-train": syntax(folder, ["ud-ewt/train.conllu.gz", "gum/train.conllu.gz"]),
        "syntax-dev": syntax(folder, ["ud-ewt/dev.conllu.gz"]), "syntax-gum-dev": syntax(folder, ["gum/dev.conllu.gz"]),
        "names-train": names_train, "names-dev": names_dev,
        "gap-train": gap(folder, "development"), "gap-dev": gap(folder, "validation"),
    }
    with open(out / "references.jsonl", "w", encoding="utf-8") as file:
        for line in references(folder, made):
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    for name, shards in made.items():
        with open(out / f"{name}.pickle", "wb") as file:
            pickle.dump(shards, file)
        print(name, len(shards), "documents,", sum(len(s["words"]) for s in shards), "tokens")


if __name__ == "__main__":
    main()
