"""``python -m bench.corpora --kind queries --split test --seed 7 --rows 500``: rows as JSONL on standard output."""

import argparse

from bench.corpora.generate import Kind, Split, rows


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.corpora", description=__doc__)
    parser.add_argument("--kind", type=Kind, choices=list(Kind), required=True)
    parser.add_argument("--split", type=Split, choices=list(Split), default=Split.TEST)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rows", type=int, default=500)
    parser.add_argument("--noise", type=float, default=0.25, help="share of carelessly written rows, 0 to 1")
    args = parser.parse_args()
    for row in rows(args.kind, args.split, args.seed, args.rows, args.noise):
        print(row.to_json())


if __name__ == "__main__":
    main()
