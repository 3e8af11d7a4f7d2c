"""How fast the server is, as ratios within one run: machines differ, ratios travel (docs/performance.md)."""
