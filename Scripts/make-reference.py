#!/usr/bin/env python3
"""How Migrations/reference/*.tsv were made. Not needed to build, run or test.

usage: make-reference.py FOLDER    (a folder with the source tables as CSV, named in the calls below)

Each table's first line names its source, licence and date; the second its columns. Fields hold no tab and no line end.
"""
import csv
import pathlib
import sys

source = pathlib.Path(sys.argv[1])
target = pathlib.Path(__file__).parent.parent / "Migrations" / "reference"


def rows(name, delimiter=","):
    with open(source / name, encoding="utf-8", newline="") as file:
        quoting = csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL
        yield from csv.DictReader(file, delimiter=delimiter, quoting=quoting)


def clean(value):
    return " ".join((value or "").split())


def write(name, note, columns, table):
    with open(target / name, "w", encoding="utf-8", newline="\n") as file:
        file.write(f"# {note}\n" + "\t".join(columns) + "\n")
        for row in table:
            assert len(row) == len(columns), row
            file.write("\t".join(clean(value) for value in row) + "\n")


LO = "Licence Ouverte 2.0"
OUI = {"O": "1", "N": "0", "": ""}

write(
    "communes.tsv",
    "Code officiel géographique 2026 et populations municipales 2023 (INSEE) ; EPCI 2025 (DGCL) ; codes postaux (La Poste) ; "
    f"centres en WGS 84 ; {LO} ; août 2024 à janvier 2026. Communes de l'Allier, et celles à 50 km au plus.",
    ["code", "name", "postcodes", "latitude", "longitude", "population", "arrondissement", "epci_siren", "epci_name"],
    [
        [c["code_insee"], c["nom"], c["code_postal"].replace(";", " "), c["latitude"], c["longitude"], c["population"],
         c["arrondissement"], c["epci_siren"], c["epci_nom"]]
        for c in rows("communes.csv")
    ] + [
        [c["code_insee"], c["nom"], c["code_postal"].replace(";", " "), c["latitude"], c["longitude"], c["population"],
         "", "", ""]
        for c in rows("communes_voisines.csv")
    ],
)
write(
    "former_communes.tsv", f"Code officiel géographique 2026 (INSEE) ; {LO} ; 2026.", ["code", "name", "commune"],
    [[c["code_insee_ancien"], c["nom_ancien"], c["code_insee_commune"]] for c in rows("communes_deleguees.csv")],
)
write(
    "occupation_domains.tsv", f"ROME 4.0 version 4.60 (France Travail) ; {LO} ; 2026.", ["code", "label"],
    [[d["domaine"], d["libelle"]] for d in rows("rome_domaines.csv")],
)
write(
    "occupations.tsv", f"ROME 4.0 version 4.60 et libellés du ROME 3 (France Travail) ; {LO} ; 2026.",
    ["code", "label", "parent", "parent_label", "domain", "ecological_transition", "regulated", "executive"],
    [
        [r["code_rome"], r["libelle"].replace("'", "’"), r["code_rome_parent"], r["libelle_parent_v3"].replace("'", "’"),
         r["domaine"], r["transition_eco"], OUI[r["emploi_reglemente"]], OUI[r["emploi_cadre"]]]
        for r in rows("rome.csv")
    ],
)
write(
    "appellations.tsv", f"ROME 4.0 version 4.60 (France Travail) ; {LO} ; 2026.",
    ["code", "occupation", "parent", "label", "short_label", "principal", "rare"],
    [
        [a["code_ogr"], a["code_rome"], a["code_rome_parent"], a["libelle"].replace("'", "’"),
         a["libelle_court"].replace("'", "’"), OUI[a["principale"]], OUI[a["peu_usite"]]]
        for a in rows("rome_appellations.csv")
    ],
)
write(
    "activities.tsv", f"NAF rév. 2, sous-classes (INSEE) ; {LO} ; 2008, lue en 2021.",
    ["code", "label", "division", "division_label", "section", "section_label"],
    [
        [n["code_naf"], n["libelle"], n["code_division"], n["libelle_division"], n["section"], n["libelle_section"]]
        for n in rows("naf.csv")
    ],
)
write(
    "division_occupations.tsv", f"Arborescence ROME/NAF (France Travail) ; {LO} ; septembre 2025.",
    ["division", "occupation"], [[n["code_division"], n["code_rome"]] for n in rows("naf_division_rome.csv")],
)
write(
    "synonyms.tsv", "Écrit pour Emploi Allier ; même licence que le programme ; novembre 2026.",
    ["term", "equivalent", "kind", "occupation", "note"],
    [
        [s["terme"], s["equivalent"], s["type"], s["code_rome"], s["note"]]
        for s in rows("synonyms.tsv", "\t")
    ],
)
