"""Trains the scorer of event types (models/events/model.json) on PLV, with cameo's four classes as weak help.

    python train_events.py lines CORPORA > lines.jsonl          # PLV and cameo as one JSONL
    node export-events.ts < lines.jsonl > triggers.jsonl        # triggers and features by the code that reads articles
    python train_events.py fit triggers.jsonl MODEL.json [--all] # --all: the held-out eighth too, for the weights to ship

A multinomial logistic regression over sparse features; the lexicon's guess is given as a prior. A sentence has several triggers and one gold
type: the trigger whose participants match the marked actors best stands for it. Seed 7, L-BFGS, a few seconds on one core.
"""

import csv
import gzip
import hashlib
import json
import lzma
import re
import sys
from collections import Counter

import torch

CLASSES = ["AGREE", "CONSULT", "SUPPORT", "YIELD", "COOPERATE", "AID", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE",
           "COERCE", "ASSAULT"]
QUADS = {1: CLASSES[:3], 2: CLASSES[3:6], 3: CLASSES[6:10], 4: CLASSES[10:]}
PRIOR = 2.5  # logit of the lexicon's guess before anything is learnt
DECAY = 0.3
CAMEO = 0.3  # weight of a sentence of which only the four-way class is known
LEXICON = 0.02  # weight of a trigger of which only the lexicon's guess is known: the others of PLV's sentences, and plain news
NEWS = 400  # articles of raw-news about other countries, cut after 2,500 characters
FROM = 2  # sentences in which a feature must stand


def is_dev(sentence):
    """The dev rule of the corpora: about one sentence in eight."""
    return hashlib.sha1(re.sub(r"[\W_]", "", sentence).lower().encode()).hexdigest()[-1] in "01"


def print_lines(corpora):
    with gzip.open(f"{corpora}/plv/PLV_train.tsv.gz", "rt", encoding="utf-8", newline="") as rows:
        plv = list(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))
    for n, row in enumerate(plv):
        sides, text = {"s": [], "t": []}, ""
        for part in re.split(r"(</?[st]>)", row["marked_sentence"]):
            if re.fullmatch(r"<[st]>", part):
                sides[part[1]].append([len(text), len(text)])
            elif re.fullmatch(r"</[st]>", part):
                sides[part[2]][-1][1] = len(text)
            else:
                text += part
        print(json.dumps({"id": f"plv:{n}", "text": row["sentence"], "root": row["gold_root"], "source": sides["s"], "target": sides["t"]}))
    seen = {re.sub(r"[\W_]", "", row["sentence"]).lower() for row in plv}
    with gzip.open(f"{corpora}/cameo/cameo_class-shared.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            if line["label"] and re.sub(r"[\W_]", "", line["text"]).lower() not in seen:
                print(json.dumps({"id": f"cameo:{line['id']}", "text": line["text"], "quad": line["label"]}))


    abroad = re.compile("foreign|world|middle_east|defense|terror|russia|china|korea|iran|israel|europe|immigration", re.I)
    with lzma.open(f"{corpora}/raw-news/articles-2.jsonl.xz", "rt", encoding="utf-8") as lines:
        articles = (article for article in map(json.loads, lines) if abroad.search(article["topic"] or ""))
        for _, article in zip(range(NEWS), articles):
            print(json.dumps({"id": f"news:{article['id']}", "text": article["content"][:2500]}))


def overlap(spans, others):
    a = {i for start, end in spans for i in range(start, end)}
    b = {i for start, end in others for i in range(start, end)}
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def target_of(root, trigger):
    """The class to learn: PLV tells a planned meeting as AGREE and a cancelled one as REJECT, a record tells both by realis."""
    guess = trigger["guess"]
    if root == "AGREE" and trigger["realis"] == "planned" and guess in ("CONSULT", "SUPPORT", "COOPERATE", "AID"):
        return guess
    if root == "REJECT" and trigger["realis"] == "denied" and guess == "CONSULT":
        return guess
    return root


def as_root(guess):
    return "YIELD" if guess in ("CONCEDE", "RETREAT") else guess


def choose(line):
    """The trigger that stands for its sentence."""
    def rank(trigger):
        people = trigger["participants"]
        spans = lambda roles: [(p["start"], p["end"]) for p in people if (p["role"] == "recipient") == roles]
        likeness = overlap(spans(False), line.get("source", [])) + overlap(spans(True), line.get("target", []))
        asserted = trigger["realis"] not in ("hypothetical", "unknown")
        fits = target_of(line["root"], trigger) == as_root(trigger["guess"]) if "root" in line else as_root(trigger["guess"]) in QUADS[line["quad"]]
        return likeness + 0.6 * fits + 0.5 * asserted - 0.3 * trigger["isWeak"]
    return max(line["triggers"], key=rank, default=None)


def examples(lines):
    """[(features, guess, allowed classes, weight)]"""
    found = []
    for line in lines:
        trigger = choose(line) if "root" in line or "quad" in line else None
        for other in line["triggers"]:
            if other is not trigger and not other["isWeak"]:
                found.append((other["features"], as_root(other["guess"]), [as_root(other["guess"])], LEXICON))
        if trigger is None:
            continue
        allowed = [target_of(line["root"], trigger)] if "root" in line else QUADS[line["quad"]]
        found.append((trigger["features"], as_root(trigger["guess"]), allowed, 1.0 if "root" in line else CAMEO))
    return found


def fit(rows, decay=DECAY):
    """Weights by feature, and the bias."""
    counts = Counter(feature for features, _, _, _ in rows for feature in features)
    names = sorted(feature for feature, count in counts.items() if count >= FROM)
    index = {name: n for n, name in enumerate(names)}
    prior = torch.zeros(len(rows), len(CLASSES))
    allowed = torch.zeros(len(rows), len(CLASSES))
    weight = torch.tensor([row[3] for row in rows])
    at, values = [], []
    for n, (features, guess, classes, _) in enumerate(rows):
        for feature in features:
            if feature in index:
                at.append((n, index[feature]))
                values.append(strength(feature))
        prior[n, CLASSES.index(guess)] = PRIOR
        for name in classes:
            allowed[n, CLASSES.index(name)] = 1
    x = torch.sparse_coo_tensor(torch.tensor(at).T, torch.tensor(values), (len(rows), len(names))).coalesce()
    w = torch.zeros(len(names), len(CLASSES), requires_grad=True)
    b = torch.zeros(len(CLASSES), requires_grad=True)
    optimizer = torch.optim.LBFGS([w, b], max_iter=120, line_search_fn="strong_wolfe")

    def closure():
        optimizer.zero_grad()
        scores = torch.log_softmax(torch.sparse.mm(x, w) + b + prior, 1)
        loss = -(weight * torch.logsumexp(scores + torch.log(allowed + 1e-9), 1)).sum() + decay * (w * w).sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    scale = torch.tensor([strength(name) for name in names]).unsqueeze(1)
    return names, (w.detach() * scale), b.detach()


def strength(feature):
    """Words far from the trigger say less than those that hang by it."""
    return 0.35 if feature.startswith(("bag=", "pair=")) else 1.0


def model_of(names, w, b):
    rows = {}
    for name, row in zip(names, w):
        whole = [round(float(value) * 100) for value in row]
        if max(map(abs, whole)) >= 3:
            rows[name] = whole
    for name in CLASSES:
        for guess in ("CONCEDE", "RETREAT") if name == "YIELD" else (name,):
            row = rows.setdefault(f"guess={guess}", [0] * len(CLASSES))
            row[CLASSES.index(name)] += round(PRIOR * 100)
    return {"version": 1, "classes": CLASSES, "bias": [round(float(value) * 100) for value in b], "weights": dict(sorted(rows.items()))}


def predict(model, trigger):
    scores = [bias for bias in model["bias"]]
    for feature in trigger["features"]:
        for k, value in enumerate(model["weights"].get(feature, ())):
            scores[k] += value
    return CLASSES[max(range(len(scores)), key=scores.__getitem__)]


def measure(model, lines):
    """Right types of the triggers that stand for their sentences, a rough figure; the scorer of events gives the true one."""
    pairs = [(target_of(line["root"], trigger), predict(model, trigger), as_root(trigger["guess"])) for line in lines
             if "root" in line and (trigger := choose(line))]
    right, guessed = sum(g == p for g, p, _ in pairs), sum(g == q for g, _, q in pairs)
    print(f"{right}/{len(pairs)} right, the lexicon alone {guessed}, of {len([1 for line in lines if 'root' in line])} sentences", file=sys.stderr)


def main():
    if sys.argv[1] == "lines":
        return print_lines(sys.argv[2])
    torch.manual_seed(7)
    with open(sys.argv[2], encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    train = [line for line in lines if "--all" in sys.argv or not is_dev(line["text"])]
    if "--folds" in sys.argv:
        for fold in range(5):
            kept = [line for n, line in enumerate(train) if n % 5 != fold]
            measure(model_of(*fit(examples(kept))), [line for n, line in enumerate(train) if n % 5 == fold])
    model = model_of(*fit(examples(train)))
    with open(sys.argv[3], "w", encoding="utf-8") as file:
        json.dump(model, file, ensure_ascii=False, separators=(",", ":"))
    measure(model, [line for line in lines if is_dev(line["text"])])


if __name__ == "__main__":
    main()
