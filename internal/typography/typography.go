// Package typography puts text into house typography: curly quotation marks,
// em and en dashes, ellipses, plain spaces, composed letters (NFC). Essays and
// prompts both pass through it, so that copies of an essay that differ only in
// how they were typed are the same text everywhere in Quire.
package typography

// Stretch says that from byte At of the result on, the text comes from byte
// From of the input on (in step, until the next Stretch).
type Stretch struct{ At, From int }

// Set gives s in house typography, and where its bytes came from.
func Set(s string) (string, []Stretch) { panic("not written") }
