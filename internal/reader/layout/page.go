// Package layout reads pages as a person does: from characters at places on
// paper to the blocks of a text in their order, with what belongs to the page
// and not to the text (running heads, page numbers, line numbers, notes' marks)
// told apart.
//
// Characters come in, page by page; blocks go out. The package knows no file
// format: tests write their pages by hand.
package layout

// A Page is the characters of a page in the order in which the file draws
// them. Lengths are points; heights grow downwards from the page's upper edge.
type Page struct {
	Width, Height float64
	Chars         []Char
}

// A Char is a character at its place. Spaces are characters too, as far as the
// file has any; a break of the line is not.
type Char struct {
	Rune        rune
	X           float64 // where the pen stands before it, on its baseline
	Left, Right float64 // the edges of its ink; of a space, its own
	Base        float64 // its baseline
	Size        float64 // of its type
	Style
}

// A Style is what sets characters off beside their size.
type Style struct {
	Bold, Italic bool
	Tint         uint32 // its colour, 0xRRGGBB
}
