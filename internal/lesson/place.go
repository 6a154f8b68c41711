package lesson

import "quire/internal/document"

// PlaceWords is document.Place's Words.
func PlaceWords(p document.Place, long bool) string { return p.Words(long) }
