"""The demo country's service standards: in force, in discussion and decided, with remarks, promises, ratings and figures."""
