package lesson

// Lock is what passages.lock remembers of the author's copy of the essay:
// enough to build without it and to notice a differing copy, never its text.
type Lock struct {
	Scheme     int
	Words      int
	Lines      int
	Paragraphs []LockedParagraph
	Passages   map[string]LockedPassage
	Quotations map[string]LockedQuotation // by the hash of their words
}

// LockedParagraph remembers a paragraph: its first three words, the number of
// its first line, and a checksum of its words.
type LockedParagraph struct {
	Opens     string
	FirstLine int
	Sum       string
}

// LockedPassage remembers a passage.
type LockedPassage struct {
	FirstParagraph, LastParagraph int
	FirstLine, LastLine           int
	Length                        int // characters
	Fingerprint                   string
}

// LockedQuotation remembers that a quotation was found, and where.
type LockedQuotation struct {
	FirstParagraph, LastParagraph int
	FirstLine, LastLine           int
}

// Encode writes the lock file: plain text, a line for each thing, sorted, so
// that it reads well in a diff.
func (l *Lock) Encode() []byte { panic("not written") }

// MakeLock makes the lock of a lesson that was resolved with its essay.
func MakeLock(l *Lesson) *Lock { panic("not written") }
