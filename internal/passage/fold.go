package passage

import (
	"strings"
	"unicode/utf8"
)

// folder folds text in house typography into a stream's text:
//
//   - every quotation mark and apostrophe is ', so that a quotation in single
//     marks is the same in double ones;
//   - dashes of all kinds are —, several are one, and the spaces round them go;
//     so is a hyphen between spaces or digits;
//   - … and three dots, spaced or not, are …, with a full stop before it if
//     there are more of them; the spaces round them go;
//   - a space, a line's end and a / between spaces are one space.
type folder struct {
	out   []byte
	steps []step
}

// fold gives a pattern's folded text.
func fold(s string) string {
	var f folder
	f.fold(s, 0)
	return strings.TrimSpace(string(f.out))
}

func (f *folder) put(s string, place int) {
	if n := len(f.steps); n == 0 || place-len(f.out) != f.steps[n-1].place-f.steps[n-1].at {
		f.steps = append(f.steps, step{len(f.out), place})
	}
	f.out = append(f.out, s...)
}

// fold adds s, which begins at place base.
func (f *folder) fold(s string, base int) {
	begin := len(f.out)
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && ordinary(s[j]) {
			j++
		}
		if j > i {
			f.put(s[i:j], base+i)
			i = j
			continue
		}
		// What shrinks takes the spaces round it along.
		gap := skipSpaces(s, i)
		if end, dots := ellipsis(s, gap); end > 0 {
			if dots > 3 {
				f.put(".", base+gap)
			}
			f.put("…", base+gap)
			i = skipSpaces(s, end)
			continue
		}
		if end := dashes(s, gap, i); end > 0 {
			f.put("—", base+gap)
			i = skipSpaces(s, end)
			continue
		}
		if gap > i {
			if len(f.out) > begin && gap < len(s) {
				f.put(" ", base+i)
			}
			i = gap
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if isQuote(r) {
			f.put("'", base+i)
		} else {
			f.put(s[i:i+size], base+i)
		}
		i += size
	}
}

// ordinary bytes stand for themselves.
func ordinary(c byte) bool {
	switch c {
	case ' ', '\n', '.', '-', '"', '\'', '/', 0xCA, 0xE2:
		return false
	}
	return true
}

// skipSpaces gives the end of the spaces at byte i, and of a / between them.
func skipSpaces(s string, i int) int {
	begin := i
	for i < len(s) && isSpace(s[i]) {
		i++
	}
	if i > begin && i+1 < len(s) && s[i] == '/' && isSpace(s[i+1]) {
		for i++; i < len(s) && isSpace(s[i]); i++ {
		}
	}
	return i
}

// ellipsis gives the end of the ellipsis at byte i, spaced or not, and how many
// dots it has; 0 if there is none.
func ellipsis(s string, i int) (end, dots int) {
	spelt := false // there is a … among them
	for i < len(s) {
		switch {
		case s[i] == '.':
			dots++
			i++
		case strings.HasPrefix(s[i:], "…"):
			spelt = true
			dots += 3
			i += len("…")
		default:
			i = len(s)
			continue
		}
		end = i
		if i+1 < len(s) && isSpace(s[i]) {
			i++
		}
	}
	if !spelt && dots < 3 {
		return 0, 0
	}
	return end, dots
}

// dashes gives the end of the run of dashes at byte i, before which spaces
// stand from byte begin on; 0 if there is none.
func dashes(s string, i, begin int) int {
	end := 0
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case '‒' <= r && r <= '―', r == '⸺', r == '⸻':
		case r == '-' && end == 0 && loose(s, i, begin):
		default:
			return end
		}
		i += size
		end = i
		for i < len(s) && isSpace(s[i]) {
			i++
		}
	}
	return end
}

// loose says that the hyphen at byte i is a dash: it stands between spaces, or
// in 2012-18.
func loose(s string, i, begin int) bool {
	if i == 0 || i+1 == len(s) {
		return i+1 < len(s) && isSpace(s[i+1]) || i > begin
	}
	digits := digit(s[i-1]) && digit(s[i+1])
	return digits || i > begin && isSpace(s[i+1])
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

func isQuote(r rune) bool {
	switch r {
	case '"', '\'', '‘', '’', '‚', '‛', '“', '”', '„', '‟', '′', '″', 'ʼ':
		return true
	}
	return false
}
