"""What is read in a drawing."""

import xml.etree.ElementTree as ET


def texts(element: ET.Element) -> list[str]:
    return ["".join(each.itertext()) for each in element.iter("text")]
