"""A finished run as one HTML page that needs nothing beside it."""

from predlozheno.report.page.building import build_page

__all__ = ["build_page"]
