package face

import (
	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansbolditalic"
	"codeberg.org/go-fonts/liberation/liberationsansitalic"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"codeberg.org/go-fonts/liberation/liberationserifbold"
	"codeberg.org/go-fonts/liberation/liberationserifbolditalic"
	"codeberg.org/go-fonts/liberation/liberationserifitalic"
	"codeberg.org/go-fonts/liberation/liberationserifregular"
)

// program gives a face's TrueType file. A switch and not a table, so that
// nothing is done when the program starts.
func program(id ID) []byte {
	switch id {
	case Serif:
		return liberationserifregular.TTF
	case SerifItalic:
		return liberationserifitalic.TTF
	case SerifBold:
		return liberationserifbold.TTF
	case SerifBoldItalic:
		return liberationserifbolditalic.TTF
	case Sans:
		return liberationsansregular.TTF
	case SansItalic:
		return liberationsansitalic.TTF
	case SansBold:
		return liberationsansbold.TTF
	case SansBoldItalic:
		return liberationsansbolditalic.TTF
	}
	return nil
}

// Name is a face's PostScript name.
func (id ID) Name() string {
	switch id {
	case Serif:
		return "LiberationSerif"
	case SerifItalic:
		return "LiberationSerif-Italic"
	case SerifBold:
		return "LiberationSerif-Bold"
	case SerifBoldItalic:
		return "LiberationSerif-BoldItalic"
	case Sans:
		return "LiberationSans"
	case SansItalic:
		return "LiberationSans-Italic"
	case SansBold:
		return "LiberationSans-Bold"
	case SansBoldItalic:
		return "LiberationSans-BoldItalic"
	}
	return "unknown"
}
