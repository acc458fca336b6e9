"""How an answer looks: its body and source panel (drawn once, cached), and the tile's frame (composed per answer)."""

from widgets.presentation.body import render_body
from widgets.presentation.frame import Frame, render_loading, render_tile
from widgets.presentation.panel import render_panel

__all__ = ["Frame", "render_body", "render_loading", "render_panel", "render_tile"]
