#!/usr/bin/env python3
"""Writes mechanical.txt: queries that no author has chosen, so that no author's memory can flatter them. Official titles of the
occupations that have offers, mistakes of the keyboard in the other sets' words, and words with a place, drawn by lot.

  python3 Tests/Relevance/make_mechanical.py SEED
"""
import os, random, re, sys
from grade import HERE, OFFERS, TODAY, fold, queries, table

random.seed(int(sys.argv[1]))
REFERENCE = os.path.join(HERE, "..", "..", "Migrations", "reference")
OPEN = [o for o in OFFERS if o["date_limite"] >= TODAY and not o["doublon_de"]]
CODES = {o["rome"] for o in OPEN}
PARENTS = {row["code"]: row["parent"] for row in table(os.path.join(REFERENCE, "occupations.tsv"))}
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def titles(label):
    words = re.sub(r"\(.*?\)", "", label).split()
    if "/" not in words:
        return [" ".join(words)]
    cut = words.index("/")
    left, right = words[:cut], words[cut + 1:]
    return [" ".join(left + right[len(left):]), " ".join(right)]


def grades(code):
    parent = [c for c in CODES if c != code and PARENTS.get(c) == PARENTS.get(code)]
    family = [c for c in CODES if c != code and c not in parent and c[:3] == code[:3]]
    return f"={code}/{' '.join(sorted(parent))}/{' '.join(sorted(family))}"


def mistake(text):
    """One slip in the longest word: a letter left out, doubled, swapped, or its neighbour hit."""
    words = text.split()
    longest = max(range(len(words)), key=lambda i: len(words[i]))
    word = words[longest]
    at = random.randrange(1, len(word) - 1)
    kind = random.choice(["out", "double", "swap", "wrong"])
    if kind == "out":
        word = word[:at] + word[at + 1:]
    elif kind == "double":
        word = word[:at] + word[at] + word[at:]
    elif kind == "swap":
        word = word[:at] + word[at + 1] + word[at] + word[at + 2:]
    else:
        word = word[:at] + random.choice(LETTERS) + word[at + 1:]
    words[longest] = word
    return " ".join(words)


def main():
    lines = [f"# Drawn by lot by make_mechanical.py {sys.argv[1]}; none was chosen or changed."]
    labels = [(row["occupation"], row["label"]) for row in table(os.path.join(REFERENCE, "appellations.tsv"))
              if row["occupation"] in CODES and row["rare"] == "0"]
    for code, label in random.sample(labels, 80):
        lines.append(f"{random.choice(titles(label)).lower()} ; {grades(code)}")
    jobs = [row for name in ("queries", "heldout", "unseen1", "unseen2") for row in queries(name)
            if row[1] != "any" and not row[2] and not row[4] and not row[5] and max(map(len, row[0].split())) > 5
            and '"' not in row[0]]
    for row in random.sample(jobs, 80):
        lines.append(f"{mistake(row[0])} ; {row[1]}")
    for offer in random.sample(OPEN, 60):
        title = re.sub(r"\(?[HF]/[HF]\)?|URGENT|CDI|CDD| - .*", "", offer["titre"], flags=re.I)
        words = fold(titles(title.replace("·", " · ").replace("·", ""))[-1] if " / " in title else title).strip(" -")
        words = re.sub(r"\(.*?\)", "", words)
        lines.append(f"{' '.join(words.split())} {fold(offer['commune'])} ; {grades(offer['rome'])} ; {offer['commune']} 20")
    with open(os.path.join(HERE, "mechanical.txt"), "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


main()
