"""Words as typed become words as matched: normalise, stem, recognise, forgive. Pure, the same for every engine and both sides of a match."""
