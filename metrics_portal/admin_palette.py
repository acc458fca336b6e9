"""The pages' accent (#234fc6) as the eleven shades the admin's theme wants of it."""

ACCENT = {
    "50": "oklch(97.3% .013 264)",
    "100": "oklch(93.8% .03 264)",
    "200": "oklch(88% .06 264)",
    "300": "oklch(80.5% .1 264)",
    "400": "oklch(70.5% .15 264)",
    "500": "oklch(59% .19 264)",
    "600": "oklch(46.8% .19 264)",
    "700": "oklch(41.5% .17 264)",
    "800": "oklch(36.5% .14 264)",
    "900": "oklch(31.5% .11 264)",
    "950": "oklch(24.5% .08 264)",
}
