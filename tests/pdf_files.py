"""PDFs made by hand: pages of words at places (PDF 1.4, one font, no compression)."""

HEAD = b"%PDF-1.4\n"


def pdf(pages, info=None):
    """Give a PDF of these pages, each a list of (x, y, size, words) in points from below left."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for page in pages:
        shown = b" ".join(b"/F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj" % (size, x, y, _literal(t)) for x, y, size, t in page)
        objects.append(b"<< /Length %d >>\nstream\nBT %s ET\nendstream" % (len(shown) + 6, shown))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    objects.append(b"<< %s >>" % b" ".join(b"/%s (%s)" % (k.encode(), _literal(v)) for k, v in (info or {}).items()))
    return _file(objects)


def _literal(words):
    return words.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")


def _file(objects):
    out, places = bytearray(HEAD), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    size = len(objects) + 1
    return bytes(out) + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + trailer % (size, size - 1, len(out))
