#!/usr/bin/env python3
"""Draws docs/performance-search.svg: time and memory from 10,000 to 1,000,000 offers.

  python3 Bench/search/plot.py < TABLE      lines: offers p50_ms p99_ms build_s memory_mb tantivy_ms ours_plain_ms
"""
import math
import os
import sys

SERIES = [
    (1, "p50, mixed (ms)", "#00695c", ""),
    (2, "p99, mixed (ms)", "#b71c1c", ""),
    (6, "p50, plain words (ms)", "#1a237e", ""),
    (5, "p50, plain words, Tantivy (ms)", "#1a237e", "5 4"),
    (3, "index build (s)", "#e65100", ""),
    (4, "memory (MB)", "#4a148c", ""),
]
WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 760, 440, 64, 24, 250, 48


def x(offers):
    return LEFT + (math.log10(offers) - 4) / 2 * (WIDTH - LEFT - RIGHT)


def y(value):
    return TOP + (4 - math.log10(max(value, 0.01))) / 6 * (HEIGHT - TOP - BOTTOM)



def draw(rows):
    """`rows`: offers, p50, p99, build, memory, Tantivy's and our p50 of plain words."""
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" font-family="sans-serif" font-size="12">',
        "<title>Cost of search from 10,000 to 1,000,000 offers, both scales logarithmic</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
    ]
    for power in range(-2, 5):
        at = y(10.0**power)
        out.append(f'<path d="M{LEFT} {at:.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        out.append(f'<text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{10.0**power:g}</text>')
    for offers, label in ((1e4, "10 000"), (1e5, "100 000"), (1e6, "1 000 000")):
        out.append(f'<text x="{x(offers):.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{label}</text>')
    out.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 8}" text-anchor="middle">offers</text>')
    labels = []
    for column, name, colour, dash in SERIES:
        points = [(x(row[0]), y(row[column])) for row in rows if row[column] > 0]
        if not points:
            continue
        path = "M" + "L".join(f"{a:.1f} {b:.1f}" for a, b in points)
        out.append(f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"/>')
        out += [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3" fill="{colour}"/>' for a, b in points]
        labels.append([points[-1][1], name, colour])
    labels.sort()
    for index in range(1, len(labels)):
        labels[index][0] = max(labels[index][0], labels[index - 1][0] + 15)
    for at, name, colour in labels:
        out.append(f'<text x="{WIDTH - RIGHT + 12}" y="{at + 4:.1f}" fill="{colour}">{name}</text>')
    out.append("</svg>")
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs", "performance-search.svg")
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(out) + "\n")


if __name__ == "__main__":
    draw([[float(cell) for cell in line.split()] for line in sys.stdin if line.strip() and not line.startswith("#")])
