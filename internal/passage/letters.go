package passage

import (
	"math/bits"
	"sort"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// letters is a text with everything left out that copies of it differ in: its
// letters and digits alone, compatibility forms decomposed, marks stripped, case
// folded, æ, œ, ß and their like expanded. Punctuation, spaces, controls, tags,
// note marks and page lines leave nothing behind but the bounds of words; words
// parted at a line's end are joined. Of each byte it knows the character in the
// source that it comes from.
type letters struct {
	text   []byte
	string string  // the same
	at, to []int32 // by byte of text: where its character in the source begins, ends
	print  []int32 // by byte of text: how many characters stand before it in print
	starts []uint64
}

// newLetters reads a text. A file as it was found has page lines and numbers
// in its margins, which raw leaves out; the blocks of an essay have none.
func newLetters(s string, raw bool) *letters {
	f := lettering{src: s, gap: true}
	f.out.text = make([]byte, 0, len(s))
	f.out.at = make([]int32, 0, len(s))
	f.out.to = make([]int32, 0, len(s))
	f.out.print = make([]int32, 0, len(s))
	f.out.starts = make([]uint64, 0, len(s)/64+1)
	if raw {
		f.skips = pageLines(s)
	}
	f.run()
	f.out.string = string(f.out.text)
	return &f.out
}

// start says that a word begins at byte i; past the end one does.
func (l *letters) start(i int) bool {
	return i >= len(l.text) || l.starts[i>>6]>>(i&63)&1 != 0
}

// nextStart and lastStart give the nearest byte from i on, or up to i, where a
// word begins.
func (l *letters) nextStart(i int) int {
	for i < len(l.text) {
		if rest := l.starts[i>>6] >> (i & 63); rest != 0 {
			return i + bits.TrailingZeros64(rest)
		}
		i = (i | 63) + 1
	}
	return len(l.text)
}

func (l *letters) lastStart(i int) int {
	if i >= len(l.text) {
		return len(l.text)
	}
	for i > 0 {
		if rest := l.starts[i>>6] << (63 - i&63); rest != 0 {
			return i - bits.LeadingZeros64(rest)
		}
		i = i&^63 - 1
	}
	return 0
}

// whole says that a stretch begins and ends at the bounds of words.
func (l *letters) whole(p span) bool { return l.start(p.from) && l.start(p.to) }

// source gives the stretch of the source that a stretch of letters stands for.
func (l *letters) source(p span) span {
	if p.from >= p.to {
		return span{}
	}
	return span{int(l.at[p.from]), int(l.to[p.to-1])}
}

// chars gives how many characters a stretch has in print.
func (l *letters) chars(p span) int {
	if p.from >= p.to {
		return 0
	}
	return int(l.print[p.to-1]-l.print[p.from]) + 1
}

// span gives the letters whose characters begin in a stretch of the source.
func (l *letters) span(from, to int) span {
	at := func(place int) int {
		return sort.Search(len(l.at), func(i int) bool { return int(l.at[i]) >= place })
	}
	return span{at(from), at(to)}
}

// lettering is a text on its way to letters.
type lettering struct {
	src   string
	skips []span // stretches of the source to leave out, in order
	out   letters
	gap   bool // the next letter begins a word
	last  byte // of the source: the kind of what came last, see below
	join  bool // a hyphen stood at the line's end: the next letter goes on

	printed int32 // characters so far, spaces in a row as one, without what is left out
	spaced  bool  // the last was a space
}

// What came last, for the digits that follow.
const (
	afterGap byte = iota
	afterLetter
	afterMark // punctuation that touches a letter
	afterDigit
)

func (f *lettering) run() {
	for i := 0; i < len(f.src); {
		if len(f.skips) > 0 && i >= f.skips[0].from {
			i = max(i, f.skips[0].to)
			f.skips = f.skips[1:]
			f.space()
			continue
		}
		i = f.step(i)
	}
}

// step reads what stands at byte i and gives where to go on.
func (f *lettering) step(i int) int {
	c := f.src[i]
	switch {
	case 'a' <= c && c <= 'z':
		f.letter(c, i, i+1)
		return i + 1
	case 'A' <= c && c <= 'Z':
		f.join = false // a hyphen before a capital stays one
		f.letter(c+'a'-'A', i, i+1)
		return i + 1
	case '0' <= c && c <= '9':
		return f.digits(i)
	case c < utf8.RuneSelf:
		return f.ascii(c, i)
	}
	r, size := utf8.DecodeRuneInString(f.src[i:])
	if was, n := garbled(f.src[i:]); n > 0 {
		r, size = was, n
	}
	f.rune(r, i, i+size)
	return i + size
}

func (f *lettering) letter(c byte, at, to int) {
	f.put(c, at, to)
	f.last = afterLetter
}

func (f *lettering) put(c byte, at, to int) {
	n := len(f.out.text)
	if n&63 == 0 {
		f.out.starts = append(f.out.starts, 0)
	}
	if f.gap && !f.join {
		f.out.starts[n>>6] |= 1 << (n & 63)
	}
	f.gap, f.join, f.spaced = false, false, false
	f.out.print = append(f.out.print, f.printed)
	f.printed++
	f.out.text = append(f.out.text, c)
	f.out.at = append(f.out.at, int32(at))
	f.out.to = append(f.out.to, int32(to))
}

// space notes the bound of a word.
func (f *lettering) space() {
	f.gap, f.last = true, afterGap
	if !f.spaced && !f.join {
		f.printed++
	}
	f.spaced = true
}

// mark notes punctuation.
func (f *lettering) mark() {
	f.gap, f.spaced = true, false
	f.printed++
	if f.last == afterLetter {
		f.last = afterMark
	}
}

// rune reads a character outside ASCII that stands in bytes [at, to).
func (f *lettering) rune(r rune, at, to int) {
	switch {
	case r == '\u00AD' || '\u200B' <= r && r <= '\u200F' || r == '\u2060' || r == '\uFEFF':
		if r == '\u00AD' && f.lineEnds(to) {
			f.join = true
		}
		return
	case isQuote(r) && f.last == afterLetter:
		if next, _ := utf8.DecodeRuneInString(f.src[to:]); unicode.IsLetter(next) {
			return
		}
	case isSuperscript(r):
		return
	case r == '\u2010' || r == '\u2011' || r == '¬':
		if f.hyphen(to) {
			return
		}
	case unicode.Is(unicode.Mn, r):
		return
	}
	if s := expanded(r); s != "" {
		for k := 0; k < len(s); k++ {
			f.letter(s[k], at, to)
		}
		return
	}
	if !unicode.IsLetter(r) && !unicode.IsNumber(r) {
		if unicode.IsSpace(r) {
			f.space()
		} else {
			f.mark()
		}
		return
	}
	var buf [utf8.UTFMax]byte
	parts := norm.NFKD.PropertiesString(string(r)).Decomposition()
	if parts == nil {
		parts = buf[:utf8.EncodeRune(buf[:], r)]
	}
	for len(parts) > 0 {
		p, size := utf8.DecodeRune(parts)
		parts = parts[size:]
		if p = unicode.ToLower(p); !unicode.IsLetter(p) && !unicode.IsNumber(p) {
			continue
		}
		if s := expanded(p); s != "" {
			for k := 0; k < len(s); k++ {
				f.letter(s[k], at, to)
			}
			continue
		}
		var b [utf8.UTFMax]byte
		for _, c := range b[:utf8.EncodeRune(b[:], p)] {
			f.letter(c, at, to)
		}
	}
}

// expanded gives the letters that stand for one that has no decomposition.
func expanded(r rune) string {
	switch r {
	case 'æ', 'Æ':
		return "ae"
	case 'œ', 'Œ':
		return "oe"
	case 'ß', 'ẞ':
		return "ss"
	case 'ø', 'Ø':
		return "o"
	case 'đ', 'Đ', 'ð', 'Ð':
		return "d"
	case 'þ', 'Þ':
		return "th"
	case 'ł', 'Ł':
		return "l"
	case 'ı':
		return "i"
	case 'ſ':
		return "s"
	}
	return ""
}

func isSuperscript(r rune) bool {
	return r == '¹' || r == '²' || r == '³' || '⁰' <= r && r <= '⁹'
}

// lineEnds says that nothing but spaces stands before the end of the line.
func (f *lettering) lineEnds(i int) bool {
	for i < len(f.src) && (f.src[i] == ' ' || f.src[i] == '\t' || f.src[i] == '\r') {
		i++
	}
	return i < len(f.src) && f.src[i] == '\n'
}

// hyphen reads a hyphen that ends before byte to. One at the end of a line
// joins the word before it and the one after, if that is not capitalised.
func (f *lettering) hyphen(to int) bool {
	if f.last != afterLetter || !f.lineEnds(to) {
		return false
	}
	f.join = true
	return true
}
