#!/usr/bin/env python3
"""Writes mechanical.txt and forms.txt: queries that no author has chosen, so that no author's memory can flatter them.

mechanical.txt: official titles of the occupations that have offers, mistakes of the keyboard in the other sets' words, and words with
a place. forms.txt: titles of offers with one slip, labels of the ROME with a commune, and appellations as a woman, a man or several
write them. Both are drawn by lot.

  python3 Tests/Relevance/make_mechanical.py SEED            (mechanical.txt: seed 1)
  python3 Tests/Relevance/make_mechanical.py SEED --forms    (forms.txt: seed 2)
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


def plural(title):
    """« agent de propreté »: « agents de propreté »: the words before the first preposition."""
    words = title.split()
    end = next((i for i, word in enumerate(words) if word in ("de", "du", "des", "en", "à", "au") or word[:2] in ("d'", "d’")), len(words))
    several = [word if word[-1] in "sxz" else word[:-2] + "aux" if word.endswith("al") else word + "s" for word in words[:end]]
    return " ".join(several + words[end:])


def bare(title):
    """A title as one types it: without (H/F), contract, urgency."""
    words = re.sub(r"\(?\b[HF]/[HF]\b\)?|URGENT|\b(CDI|CDD) - | - .*", "", title, flags=re.I).replace("·", " · ").replace("·", "")
    words = re.sub(r"\(.*?\)", "", words)
    return fold(" ".join((titles(words)[0] if " / " in words else words).split()).strip(" -"))


def forms():
    lines = [f"# Drawn by lot by make_mechanical.py {sys.argv[1]} --forms; none was chosen or changed."]
    for offer in random.sample(OPEN, 120):
        title = bare(offer["titre"])
        if max(map(len, title.split())) > 3:
            lines.append(f"{mistake(title)} ; {grades(offer['rome'])}")
    labels = {row["code"]: row["label"] for row in table(os.path.join(REFERENCE, "occupations.tsv"))}
    for offer in random.sample(OPEN, 120):
        title = fold(random.choice(titles(labels[offer["rome"]])))
        lines.append(f"{title} {fold(offer['commune'])} ; {grades(offer['rome'])} ; {offer['commune']} 20")
    appellations = [(row["occupation"], row["label"].lower()) for row in table(os.path.join(REFERENCE, "appellations.tsv"))
                    if row["occupation"] in CODES]
    for code, label in random.sample(appellations, 160):
        masculine, feminine = titles(label)[0], titles(label)[-1]
        lines.append(f"{random.choice([masculine, feminine, plural(masculine), plural(feminine)])} ; {grades(code)}")
    with open(os.path.join(HERE, "forms.txt"), "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


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


forms() if "--forms" in sys.argv else main()
