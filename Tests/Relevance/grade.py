#!/usr/bin/env python3
"""Writes queries.tsv and grades.tsv: what a jobseeker would call a good answer to each query, over the demonstration offers.

A grade is decided from the offer alone (its occupation, title, place, contract, hours), by the rules below, never from what
an engine returns: 3 the job asked for, where and how asked; 2 a very near job, or the job a little farther; 1 a neighbouring
job, or the right job with another contract; 0 everything else. Expired offers are worth nothing.

  python3 Tests/Relevance/grade.py
"""
import math, os, re, unicodedata, zlib

HERE = os.path.dirname(os.path.abspath(__file__))
TODAY = "2026-11-24"


def fold(text):
    text = unicodedata.normalize("NFD", text.lower().replace("œ", "oe"))
    return "".join(c for c in text if not unicodedata.combining(c)).replace("’", "'")


def table(path):
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")[1:]
    head = lines[0].split("\t")
    return [dict(zip(head, line.split("\t"))) for line in lines[1:] if line]


OFFERS = table(os.path.join(HERE, "Data", "offers.tsv"))
PLACES = {}
for row in table(os.path.join(HERE, "..", "..", "Migrations", "reference", "communes.tsv")):
    PLACES[row["code"]] = (float(row["latitude"]), float(row["longitude"]))
    if row["code"].startswith("03"):
        PLACES[fold(row["name"])] = (float(row["latitude"]), float(row["longitude"]))


def kilometres(a, b):
    (la, lo), (lb, lp) = a, b
    h = math.sin(math.radians(lb - la) / 2) ** 2
    h += math.cos(math.radians(la)) * math.cos(math.radians(lb)) * math.sin(math.radians(lp - lo) / 2) ** 2
    return 12742 * math.asin(math.sqrt(h))


# The jobs: occupations (or words of the title, after ~) worth 3, then 2, then 1.
JOBS = {
    "infirmier": ("J1506 J1504", "", "J1501"),
    "aide-soignant": ("J1501", "", "J1301 K1306"),
    "ash": ("J1301", "", "K2205 J1501"),
    "menage": ("K2205 K1304 K2204", "", "G1501 I1203 J1301"),
    "menage-particulier": ("K1304", "K1311 K1302", "K2205"),
    "nettoyage": ("K2205 K2204", "", "K1304 G1501 J1301"),
    "entretien": ("K2205 I1203", "K2204 A1203", "K1304 A1208"),
    "aide-domicile": ("K1302 K1304 K1311", "", "J1501 K1306"),
    "garde-enfant": ("K1303 K1310", "J1304", "G1203 K1304 K1308"),
    "assmat": ("K1310", "K1303", "J1304"),
    "puericulture": ("J1304 ~puericulture", "", "K1303 K1310 K1308"),
    "serveur": ("G1803", "G1810", "G1801 G1802 G1603"),
    "chef-de-rang": ("G1810", "G1803", "G1802 G1801"),
    "barman": ("G1801", "", "G1803"),
    "cuisinier": ("G1609 G1606", "", "G1602 G1607"),
    "cuisinier-collectivite": ("G1606", "G1609", "G1607"),
    "commis-cuisine": ("G1602", "", "G1607 G1609"),
    "aide-cuisine": ("G1607 G1602", "", "G1609 G1606"),
    "cantine": ("G1607", "G1606", "G1602"),
    "plonge": ("~plong", "G1607 G1602", "G1603"),
    "fast-food": ("G1603", "", "G1803 G1607"),
    "restauration": ("G1803 G1609 G1607 G1603 G1602 G1606 G1801 G1810", "G1802", ""),
    "caisse": ("D1505", "", "D1507 D1106"),
    "vendeur": ("~vendeu D1106 D1214 D1212", "", "D1505 D1507"),
    "vendeur-boulangerie": ("~boulangerie", "", "D1106 D1102"),
    "vendeur-vetements": ("~pret-a-porter ~vetement", "D1214", "D1212 D1106"),
    "boulanger": ("D1102", "", "D1104"),
    "patissier": ("D1104 ~patissi", "", "D1102"),
    "boucher": ("D1101 ~boucherie", "", "D1106"),
    "rayon": ("D1507", "", "D1505 D1106"),
    "cariste": ("N1101", "~caces", "N1103 N1105 N1110"),
    "preparateur": ("N1103", "", "N1105 N1101 N1110"),
    "manutention": ("N1105", "", "N1103 N1101 N1110 H3302 N1116"),
    "magasinier": ("N1110", "", "N1103 N1105 N1101"),
    "logistique": ("N1103 N1105 N1101 N1110", "N1116", ""),
    "poids-lourd": ("N4101", "N4115", "N4105"),
    "super-lourd": ("N4115", "N4101", ""),
    "routier": ("N4101 N4115", "", "N4105"),
    "livreur": ("N4105", "", "N4101"),
    "bus": ("N4103", "", "N4101"),
    "chauffeur": ("N4101 N4115 N4103 N4105 ~chauffeur", "", "J1305"),
    "macon": ("F1703", "", "F1704 F1702"),
    "manoeuvre": ("F1704", "", "F1703 F1702"),
    "batiment": ("F1703 F1704 F1602 F1603 F1606 F1619 F1503 F1607", "F1702 F1705 F1302 I1203", ""),
    "peintre": ("F1606", "", ""),
    "plaquiste": ("~plaquiste", "", "F1606"),
    "plombier": ("F1603 ~plombier", "I1308", "I1316"),
    "chauffagiste": ("I1308", "F1603 I1316", ""),
    "electricien": ("F1602 I1309 ~electricien", "", "I1304"),
    "couvreur": ("F1619", "", "F1503"),
    "charpentier": ("F1503", "", "F1619"),
    "menuisier": ("F1607 ~menuisier", "", ""),
    "canalisateur": ("F1705", "F1702", "F1703"),
    "voirie": ("F1702", "F1705", "F1703"),
    "engins": ("F1302", "", "N1101"),
    "soudeur": ("H2913", "", "H2902"),
    "chaudronnier": ("H2902", "", "H2913"),
    "tourneur": ("H2903", "", ""),
    "maintenance": ("I1304 I1309", "", "I1603 I1604 I1316 I1401"),
    "mecanicien": ("I1604", "", "I1603"),
    "mecanicien-agricole": ("I1603", "", "I1604"),
    "usine": ("H3302 H2105 H2909", "H2903", "N1105 H2902 H2913"),
    "conditionnement": ("H3302", "", "H2105 N1103"),
    "agroalimentaire": ("H2105", "H3302", "H2909"),
    "montage": ("H2909", "", "H3302 H2105"),
    "agricole": ("A1419 A1403", "A1401", "A1203 I1603"),
    "elevage": ("A1403 A1419", "", ""),
    "paysagiste": ("A1208", "A1203", "A1419"),
    "espaces-verts": ("A1203 A1208", "", "A1419"),
    "cueillette": ("A1401", "", "A1419"),
    "eboueur": ("K2303", "", "K2304"),
    "tri": ("K2304", "", "K2303"),
    "securite": ("K2503", "", ""),
    "coiffeur": ("D1202", "L1516", "D1208"),
    "estheticienne": ("D1208", "D1225", "D1202 D1203"),
    "comptable": ("M1203", "", "M1507"),
    "paie": ("M1507", "", "M1203 M1501"),
    "secretaire": ("M1607 M1609", "M1602", "M1601"),
    "secretaire-medicale": ("M1609", "M1607", "M1602"),
    "administratif": ("M1602", "M1607 M1601", "M1609 M1501"),
    "accueil": ("M1601", "G1703", "M1607 M1602"),
    "reception": ("G1703", "", "M1601"),
    "chambre": ("G1501 G1502", "", "K2205"),
    "commercial": ("D1402 D1403 D1407", "", "C1504 C1206"),
    "banque": ("C1206", "C1205", ""),
    "immobilier": ("C1504", "", ""),
    "developpeur": ("M1805 M1877", "", "I1401"),
    "informatique": ("I1401 M1805 I1403 M1877", "", ""),
    "animateur": ("G1203", "", ""),
    "educateur": ("K1207", "K1208", "K1306"),
    "moniteur-educateur": ("K1208", "K1207", "K1306"),
    "aes": ("K1306", "", "K1302 J1501"),
    "aesh": ("K2113", "", ""),
    "professeur": ("K2107", "", "K2104"),
    "surveillant": ("K2104", "", "K2113"),
    "atsem": ("K1308", "", "K1303 J1304"),
    "ambulancier": ("J1305", "", ""),
    "dentiste": ("J1103", "", ""),
    "osteopathe": ("J1408", "", ""),
    "qualite": ("H1523", "", ""),
    "vannier": ("B1401", "", ""),
    "styliste": ("B1807", "", ""),
    "bloc": ("J1504", "", "J1506"),
    "bar-tabac": ("G1801 G1803", "", ""),
    "environnement": ("A1313", "", ""),
    "champignon": ("A1437", "", "A1419"),
    "climatisation": ("I1316", "I1308", "F1603"),
    "gouvernante": ("G1501 ~gouvern", "", "G1502"),
    "spectacle": ("G1225 L1516", "", ""),
    "soins": ("J1501 J1301", "", ""),
    "cuisine-ou-salle": ("G1609 G1606 G1803", "", ""),
    "any": (None, "", ""),
}


def is_driver(offer):
    text = fold(offer["description"])
    if offer["rome"] in ("N4101", "N4115", "N4103", "N4105", "J1305"):
        return True
    if re.search(r"voiture est necessaire|vehicule (indispensable|exige)", text):
        return True
    return bool(re.search(r"permis (b|c|d|ce)\b", text))


WISHES = {
    "cdi": lambda o: o["contrat"] == "CDI",
    "cdd": lambda o: o["contrat"] == "CDD",
    "interim": lambda o: o["contrat"] == "MIS",
    "saison": lambda o: o["contrat"] == "SAI",
    "alternance": lambda o: o["contrat"] in ("APP", "PRO"),
    "apprentissage": lambda o: o["contrat"] == "APP",
    "partiel": lambda o: o["temps"] == "partiel",
    "plein": lambda o: o["temps"] == "plein",
    "nuit": lambda o: bool(re.search(r"nuit fixe|de nuit\b|nuits?\b", fold(o["titre"])) or "nuit fixe" in fold(o["description"])),
    "week-end": lambda o: bool(re.search(r"week-?end|samedi|dimanche", fold(o["titre"] + " " + o["description"]))),
    "equipes": lambda o: bool(re.search(r"equipes 5 h|horaires d'equipe|2x8", fold(o["description"]))),
    "sans-permis": lambda o: not is_driver(o),
    "permis-b": lambda o: bool(re.search(r"permis b\b|voiture est necessaire", fold(o["description"]))),
    "debutant": lambda o: o["experience"] == "D",
    "teletravail": lambda o: o["teletravail"] == "1",
    "handicap": lambda o: o["accessible_th"] == "1" or "travailleurs reconnus handicapes" in fold(o["description"]),
    "sans-diplome": lambda o: not re.search(r"\b(cap|bep|bac|bts|dut|de infirmier|diplome d|diplome du|diplome comptable|licence ou|master)\b", fold(o["description"])),
}


def job_grade(offer, job):
    levels = job[1:].split("/") if job.startswith("=") else JOBS[job]
    if levels[0] is None:
        return 3
    title = fold(offer["titre"])
    for grade, wanted in zip((3, 2, 1), levels):
        for item in wanted.split():
            if item == offer["rome"] or item.startswith("~") and re.search(item[1:], title):
                return grade
    return 0


def grade(offer, job, place, radius, wishes, words):
    if offer["date_limite"] < TODAY:
        return 0
    value = job_grade(offer, job)
    if not value:
        return 0
    if words:
        if not re.search(words, fold(offer["titre"] + " " + (offer["employeur"] or ""))):
            value = min(value, 1)
    if place:
        distance = min(kilometres(PLACES[offer["commune_insee"]], PLACES[fold(p)]) for p in place.split("|"))
        if distance > 2 * radius:
            return 0
        if distance > radius:
            value = min(value, 1)
        elif distance > radius / 2:
            value = min(value, 2) if value == 3 else value
    for wish in wishes.split():
        if not WISHES[wish](offer):
            value = min(value, 1) if job != "any" else 0
    return value


def queries(name):
    with open(os.path.join(HERE, name + ".txt"), encoding="utf-8") as file:
        for line in file:
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            parts = [part.strip() for part in line.split(";")] + [""] * 4
            place, _, radius = parts[2].partition(" ")
            if parts[2] and parts[2].rsplit(" ", 1)[-1].isdigit():
                place, radius = parts[2].rsplit(" ", 1)
            else:
                place, radius = parts[2], "20"
            yield parts[0], parts[1], place, float(radius), parts[3], parts[4]


# Files of queries. Of those written before they were run, half only ever gets scored ("kept"); the others were read when
# they failed. The first were halved by turns, which puts a query and its like on either side; the later ones by a hash.
FILES = ["queries", "heldout", "unseen1", "unseen2", "mechanical", "unseen3", "unseen4", "unseen5", "unseen6", "forms"]
BY_TURNS = ["unseen1", "unseen2", "unseen3"]


def sets():
    for name in FILES:
        for number, row in enumerate(queries(name)):
            kept = number if name in BY_TURNS else zlib.crc32(row[0].encode())
            yield name if not name.startswith("unseen") else name + (" kept" if kept % 2 else " read"), row


def main():
    originals = {o["id"]: o["doublon_de"] for o in OFFERS}
    with open(os.path.join(HERE, "queries.tsv"), "w", encoding="utf-8") as names, open(
        os.path.join(HERE, "grades.tsv"), "w", encoding="utf-8"
    ) as grades:
        names.write("# Requêtes d'évaluation, écrites pour Emploi Allier (*.txt, grade.py) ; 2026-11-24.\n")
        names.write("id\tquery\tset\n")
        grades.write("# Notes de 1 à 3 ; une offre absente vaut 0.\nquery\toffer\tgrade\n")
        number = 0
        for part, (query, job, place, radius, wishes, words) in sets():
            graded = []
            for offer in OFFERS:
                if originals[offer["id"]]:
                    continue
                value = grade(offer, job, place, radius, wishes, words)
                if value:
                    graded.append((offer["id"], value))
            best = max((value for _, value in graded), default=0)
            number += 1
            if best < 2:
                print(f"{query}: best grade {best}")
            names.write(f"{number}\t{query}\t{part}\n")
            for offer, value in graded:
                grades.write(f"{number}\t{offer}\t{value}\n")
        print(number, "queries")


if __name__ == "__main__":
    main()
