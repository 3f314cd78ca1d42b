#!/usr/bin/env bash
# From corpora to weights: ./train.sh CORPORA RAW_NEWS.jsonl   (RAW_NEWS: a line {"id","text"} an article)
set -euo pipefail
cd "$(dirname "$0")"
corpora=$1 raw=$2
export NODE=${NODE:-../node_modules/.bin/node} KMP_BLOCKTIME=0
mkdir -p .cache
$NODE export-tokens.ts --plain < "$raw" > .cache/plain.txt
python train_vectors.py .cache/plain.txt .cache/vectors.npz
$NODE export-tokens.ts < "$raw" > .cache/raw-shards.jsonl
python pretrain.py .cache/raw-shards.jsonl .cache/vectors.npz .cache/encoder.pt --minutes 42
python corpora.py "$corpora" .cache
python train.py .cache .cache/encoder.pt .cache/reader.pt --steps 13400 --average 1400 --every 1500
python export_onnx.py .cache/reader.pt ../models/reader
awk 'NR % 3 == 1' "$raw" | $NODE swap-genders.ts > .cache/swapped.jsonl
cat .cache/references.jsonl .cache/swapped.jsonl | $NODE export-references.ts > .cache/decisions.jsonl
python train_entities.py .cache/decisions.jsonl ../models/entities
$NODE export-realis.ts "$corpora" > .cache/realis.jsonl
python train_realis.py .cache/realis.jsonl ../models/events/realis.json
python train_events.py lines "$corpora" > .cache/event-lines.jsonl
$NODE export-events.ts < .cache/event-lines.jsonl > .cache/triggers.jsonl
python train_events.py fit .cache/triggers.jsonl ../models/events/model.json --all # without --all to score the held-out eighth
