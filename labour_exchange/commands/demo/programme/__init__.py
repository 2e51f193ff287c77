"""The years by which a programme is judged, as individual records: 2011, 2012 and the first half of 2017 with what followed."""
