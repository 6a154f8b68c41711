package lesson

import "testing"

// An essay's address is printed and linked to: it has to lead to the web, to
// nobody's account, and to read as what it is.
func TestAddressOfAnEssay(t *testing.T) {
	for address, fits := range map[string]bool{
		"https://example.org/a b?c=d#e":   true,
		"HTTP://example.org":              true,
		"https://example.org/ü/#:~:text=": true,
		"javascript:alert(1)":             false,
		"data:text/html,x":                false,
		"file:///etc/passwd":              false,
		"//example.org":                   false,
		"https:///":                       false,
		"https://example.org/%":           false,
		"https://me:secret@example.org/":  false,
		"https://me@example.org/":         false,
		"https://example.org/\u202egpj":   false,
		"https://exam\u200bple.org/":      false,
	} {
		if FitsURL(address) != fits {
			t.Errorf("FitsURL(%q) is %v", address, !fits)
		}
	}
}
