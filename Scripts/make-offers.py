#!/usr/bin/env python3
"""Writes a big interchange file by repeating and varying the demonstration offers.

usage: make-offers.py COUNT > offers.jsonl
"""
import json
import pathlib
import random
import sys

demo = pathlib.Path(__file__).parent.parent / "Migrations" / "demo" / "offers.jsonl"
offers = [json.loads(line) for line in demo.open(encoding="utf-8")]
places = [{key: offer[key] for key in ("commune_insee", "commune", "code_postal", "latitude", "longitude")}
          for offer in offers]
chance = random.Random(3)
for number in range(int(sys.argv[1])):
    offer = dict(offers[number % len(offers)])
    offer.update(chance.choice(places), id=f"G{number:08d}", url=f"https://offres.example/G{number:08d}", doublon_de=None)
    # Another offer's paragraphs, so that texts and lengths differ: about 1.8 KB a line.
    other = chance.choice(offers)["description"].split("\n\n")
    chance.shuffle(other)
    offer["description"] += "\n\nRéférence " + str(number) + ".\n\n" + "\n\n".join(other[:2])
    offer["postes"] = chance.choice([1, 1, 1, 2, 3])
    print(json.dumps(offer, ensure_ascii=False, separators=(",", ":")))
