"""plots.py RESULTS.json SPEED.json FOLDER: the model card's two pictures, as SVG.

curve.svg: precision against recall of the surest claims. frontier.svg: lenient F1 against speed, in multiples of a
spaCy parse, for each depth that was measured.
"""
import json
import sys

DEPTHS = (("6 layers (accurate)", "reportedly_accurate", "attribution_accurate"), ("4 layers (fast)", "reportedly_html", "attribution"))
W, H, LEFT, BOTTOM, TOP, RIGHT = 560, 340, 60, 48, 16, 24


def svg(title, x_name, y_name, x_range, y_range, body):
    return f'''<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" font-family="sans-serif" font-size="12" role="img">
<title>{title}</title><rect width="{W}" height="{H}" fill="white"/>
{axes(x_name, y_name, x_range, y_range)}
{body}
</svg>
'''


def place(x, y, x_range, y_range):
    along = lambda v, r: (v - r[0]) / (r[1] - r[0])
    return LEFT + along(x, x_range) * (W - LEFT - RIGHT), H - BOTTOM - along(y, y_range) * (H - BOTTOM - TOP)


def axes(x_name, y_name, x_range, y_range):
    out = []
    for i in range(6):
        x, y = (r[0] + (r[1] - r[0]) * i / 5 for r in (x_range, y_range))
        (px, _), (_, py) = place(x, y_range[0], x_range, y_range), place(x_range[0], y, x_range, y_range)
        out.append(f'<path d="M{px:.1f} {TOP}V{H - BOTTOM}M{LEFT} {py:.1f}H{W - RIGHT}" stroke="#ddd" fill="none"/>')
        out.append(f'<text x="{px:.1f}" y="{H - BOTTOM + 16}" text-anchor="middle">{x:.2f}</text><text x="{LEFT - 6}" y="{py + 4:.1f}" text-anchor="end">{y:.2f}</text>')
    out.append(f'<text x="{(LEFT + W - RIGHT) / 2}" y="{H - 10}" text-anchor="middle">{x_name}</text>')
    out.append(f'<text transform="translate(14 {(H - BOTTOM + TOP) / 2}) rotate(-90)" text-anchor="middle">{y_name}</text>')
    return "\n".join(out)


def curve(points):
    ranges = (0, 1), (0.5, 1)
    line = " ".join("{:.1f},{:.1f}".format(*place(r, p, *ranges)) for _, p, r in points)
    return svg("Precision and recall of the surest claims", "recall", "precision", *ranges, f'<polyline points="{line}" fill="none" stroke="#1f4e79" stroke-width="2"/>')


def frontier(points):
    top = max(2.5, max((x for _, x, _ in points), default=0) * 1.1)
    ranges, body = ((0, top), (0.5, 0.8)), []
    for label, x, y in points:
        px, py = place(x, y, *ranges)
        body.append(f'<circle cx="{px:.1f}" cy="{py:.1f}" r="5" fill="#1f4e79"/><text x="{px + 9:.1f}" y="{py + 4:.1f}">{label}</text>')
    return svg("Quality against speed", "words per CPU-second, in multiples of a spaCy parse", "lenient F1", *ranges, "\n".join(body))


def main(results, speed, folder):
    results, speed = (json.load(open(path, encoding="utf-8")) for path in (results, speed))
    with open(f"{folder}/curve.svg", "w", encoding="utf-8") as f:
        f.write(curve(results["unthresholded"]["curve"]))
    points = [
        (label, speed["ratio"][f"{name}/spacy"]["median"], results[part]["relation"]["lenient"]["f1"])
        for label, name, part in DEPTHS
        if f"{name}/spacy" in speed["ratio"]
    ]
    with open(f"{folder}/frontier.svg", "w", encoding="utf-8") as f:
        f.write(frontier(points))


if __name__ == "__main__":
    main(*sys.argv[1:])
