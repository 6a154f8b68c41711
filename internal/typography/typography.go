// Package typography puts text into house typography: curly quotation marks,
// em and en dashes, ellipses, plain spaces, composed letters (NFC). Essays and
// prompts both pass through it, so that copies of an essay that differ only in
// how they were typed are the same text everywhere in Quire.
//
// What it does, in this order:
//
//   - Soft hyphens, zero-width characters, word joiners, byte order marks,
//     direction marks and variation selectors go (clean.go).
//   - Every kind of space is a plain one, several are one, and none stands at a
//     "\n", which is kept. Hyphens of all widths are "-", the horizontal bar is
//     an em dash.
//   - Letters and accents are composed (NFC).
//   - "--" and "---" are em dashes, "..." is an ellipsis, straight quotation
//     marks are curly ones (marks.go). Dashes keep the spaces round them as
//     they are; curly marks, en dashes and single hyphens stay.
//
// The result set again is the same. Time and room are linear.
package typography

// Stretch says that from byte At of the result on, the text comes from byte
// From of the input on (in step, until the next Stretch).
type Stretch struct{ At, From int }

// Set gives s, a whole paragraph or stanza, in house typography, and where its
// bytes came from. A quotation mark turns by what stands round it and by
// whether one is open, so a paragraph is set in one go, emphasis and all.
func Set(s string) (string, []Stretch) {
	cleaned, from := clean(s)
	composed, fromCleaned := compose(cleaned)
	out, fromComposed := marks(composed)
	return out, chain(chain(fromComposed, fromCleaned), from)
}
