"""The small fixed tables of the demo: regions, products, partners, and the shape of a day."""

from typing import NamedTuple


class Region(NamedTuple):
    region_id: int
    region_name: str
    country: str
    market: str
    weight: int  # share of claims, in slots


class Product(NamedTuple):
    product_id: int
    product_name: str
    device_type: str
    plan: str
    manufacturer: str
    price_usd: int
    weight: int  # share of claims once it has been on sale for 90 days, in slots
    launched_days_before: int  # before the day the demo was first made; the latest are still growing


class Partner(NamedTuple):
    partner_name: str
    weight: int
    fixed_first_time: float
    pace: float  # how much of the time to close the work takes


REGIONS = (
    Region(1, "Lisboa", "Portugal", "Iberia", 22),
    Region(2, "Porto", "Portugal", "Iberia", 15),
    Region(3, "Málaga", "Spain", "Iberia", 13),
    Region(4, "Zürich", "Switzerland", "DACH", 12),
    Region(5, "München", "Germany", "DACH", 17),
    Region(6, "København", "Denmark", "Nordics", 9),
    Region(7, "Malmö", "Sweden", "Nordics", 8),
    Region(8, "Kraków", "Poland", "Central Europe", 11),
    Region(9, "İzmir", "Türkiye", "Eastern Mediterranean", 7),
    Region(10, "Αθήνα", "Greece", "Eastern Mediterranean", 6),
    Region(11, "São Paulo", "Brazil", "Latin America", 14),
    Region(12, "東京", "Japan", "Asia Pacific", 6),
)

PRODUCTS = (
    Product(1, "Kestrel 8", "Phone", "Essential", "Kestrel", 310, 9, 1900),
    Product(2, "Kestrel 9", "Phone", "Complete", "Kestrel", 430, 16, 1100),
    Product(3, "Kestrel 10", "Phone", "Complete", "Kestrel", 520, 18, 265),
    Product(4, "Łuna Mini", "Phone", "Essential", "Łuna", 240, 10, 1500),
    Product(5, "Łuna Pro", "Phone", "Complete", "Łuna", 560, 14, 700),
    Product(6, "Łuna Fold", "Phone", "Theft", "Łuna", 890, 7, 95),
    Product(7, "桜 3", "Phone", "Essential", "桜電機", 280, 8, 1300),
    Product(8, "桜 4", "Phone", "Complete", "桜電機", 390, 9, 420),
    Product(9, "Ågren Slate 11", "Tablet", "Essential", "Ågren", 330, 11, 1600),
    Product(10, "Ågren Slate 13", "Tablet", "Complete", "Ågren", 470, 9, 610),
    Product(11, "Kestrel Tab", "Tablet", "Theft", "Kestrel", 290, 7, 1200),
    Product(12, "Kestrel Tab Ⅱ", "Tablet", "Complete", "Kestrel", 360, 6, 150),
    Product(13, "Ågren Book Air", "Laptop", "Complete", "Ågren", 980, 9, 1000),
    Product(14, "Ågren Book Pro", "Laptop", "Complete", "Ågren", 1490, 6, 380),
    Product(15, "Nordavia 14", "Laptop", "Essential", "Nordavia", 720, 8, 1700),
    Product(16, "Nordavia 16", "Laptop", "Theft", "Nordavia", 1120, 4, 60),
    Product(17, "Kestrel Pulse", "Watch", "Essential", "Kestrel", 180, 8, 1400),
    Product(18, "Kestrel Pulse 2", "Watch", "Complete", "Kestrel", 230, 6, 210),
    Product(19, "Łuna Ring", "Watch", "Theft", "Łuna", 260, 2, 45),
    Product(20, "桜ゲーム", "Console", "Complete", "桜電機", 420, 7, 900),
    Product(21, "Nordavia Play", "Console", "Essential", "Nordavia", 350, 4, 1250),
    Product(22, "Łuna Buds", "Headphones", "Essential", "Łuna", 120, 4, 1100),
    Product(23, "Ågren Over-Ear", "Headphones", "Complete", "Ågren", 240, 3, 640),
    Product(24, "Kestrel Café", "Headphones", "Theft", "Kestrel", 160, 2, 130),
)

PARTNERS = (
    Partner("Nordfix", 31, 0.934, 0.62),
    Partner("BrightBench", 22, 0.928, 0.68),
    Partner("Re:Cell Works", 15, 0.910, 0.66),
    Partner("Klinik 24", 9, 0.862, 0.90),
    Partner("Atelier Mobil", 8, 0.941, 0.66),
    Partner("Oficina Açoriana", 7, 0.921, 0.70),
    Partner("Złota Rączka", 5, 0.905, 0.74),
    Partner("修理工房さくら", 3, 0.957, 0.58),
)

# Claims by hour of the local day, in proportion; Monday morning carries the weekend's.
_WEEKDAY = (
    19,
    13,
    10,
    8,
    10,
    18,
    36,
    71,
    142,
    203,
    222,
    219,
    204,
    190,
    186,
    178,
    176,
    182,
    201,
    190,
    152,
    120,
    75,
    43,
)
_MONDAY = (
    22,
    16,
    11,
    9,
    11,
    20,
    48,
    83,
    166,
    239,
    288,
    264,
    224,
    222,
    207,
    201,
    188,
    208,
    222,
    214,
    178,
    123,
    84,
    51,
)
_WEEKEND = (
    13,
    9,
    7,
    5,
    6,
    11,
    24,
    48,
    94,
    142,
    158,
    162,
    143,
    136,
    132,
    124,
    118,
    121,
    132,
    124,
    106,
    75,
    52,
    32,
)
HOURS = (_MONDAY, _WEEKDAY, _WEEKDAY, _WEEKDAY, _WEEKDAY, _WEEKEND, _WEEKEND)  # Monday first

# Claims of a weekday against the mean day, Monday first.
WEEKDAYS = (1.19, 1.06, 1.02, 1.00, 0.98, 0.93, 0.82)
