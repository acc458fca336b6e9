"""Charts drawn on the server as SVG: pure functions from numbers and words to markup, no Django.

Every place is a percentage, across and down, and every letter keeps its size, so that one cached drawing fits a wide
tile, a narrow tile, a phone, or a tile whose notice takes room. Colours are classes; the page gives them.
"""
