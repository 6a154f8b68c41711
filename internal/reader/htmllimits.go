package reader

import "strings"

// Limits on a page: one with pictures in it, as programs save a page in one
// file, is measured without them.
const (
	maxPage     = 8 << 20 // bytes
	maxElements = 120_000 // that the parser may make, of all documents of a book together
	mostWords   = 4 * maxWords
)

// withoutData takes the bytes of pictures and the like out of the addresses
// that hold them: "data:image/png;base64,…".
func withoutData(s string) string {
	if !strings.Contains(s, ";base64,") {
		return s
	}
	var b strings.Builder
	for {
		at := strings.Index(s, ";base64,")
		if at < 0 {
			break
		}
		at += len(";base64,")
		b.WriteString(s[:at])
		s = s[at:]
		end := 0
		for end < len(s) && isBase64(s[end]) {
			end++
		}
		s = s[end:]
	}
	b.WriteString(s)
	return b.String()
}

func isBase64(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '=' || c == '%'
}

// countElements bounds from above how many elements the parser will make. It
// makes one of each start tag, and at each of them it may open again all
// elements for letters ("<font>", "<b>") that were never closed, which lets a
// small file grow large.
func countElements(s string) int {
	elements, open := 0, 0
	for {
		at := strings.IndexByte(s, '<')
		if at < 0 || at+1 >= len(s) {
			return elements
		}
		s = s[at+1:]
		closing := s[0] == '/'
		name := tagName(strings.TrimPrefix(s[:min(len(s), 12)], "/"))
		switch {
		case name == "":
			continue
		case !isForLetters(name):
			if !closing {
				elements += 1 + min(open, 512)
			}
		case closing:
			open = max(open-1, 0)
		default:
			open++
			elements++
		}
		if elements > 4*maxElements {
			return elements
		}
	}
}

// tagName gives the letters and digits that s begins with, in lower case.
func tagName(s string) string {
	end := 0
	for end < len(s) && (s[end] >= 'a' && s[end] <= 'z' || s[end] >= 'A' && s[end] <= 'Z' || s[end] >= '0' && s[end] <= '9' && end > 0) {
		end++
	}
	return strings.ToLower(s[:end])
}

// isForLetters names HTML's formatting elements, which it opens again.
func isForLetters(name string) bool {
	switch name {
	case "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u":
		return true
	}
	return false
}
