package build

import (
	"strings"
	"unicode"

	"quire/internal/typography"
)

// mostOfValue is how many letters of what a file says of itself are taken.
const mostOfValue = 120

// plainValue makes what a file says of itself fit for front matter: one line in
// house typography, without what doesn't print.
func plainValue(s string) string {
	s, _ = typography.Set(strings.ToValidUTF8(s, ""))
	s = strings.Join(strings.Fields(s), " ")
	s = strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Noncharacter_Code_Point) {
			return -1
		}
		return r
	}, s)
	if r := []rune(s); len(r) > mostOfValue {
		s = string(r[:mostOfValue])
		if i := strings.LastIndexByte(s, ' '); i > 0 {
			s = s[:i]
		}
		s += "…"
	}
	return s
}

// yamlValue writes a line as a value of YAML: as it is where nothing in it
// could be read as anything but text, else in quotation marks.
func yamlValue(s string) string {
	plain := s != "" && unicode.IsLetter([]rune(s)[0])
	for _, r := range s {
		plain = plain && (unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(" ,.'’“”()-–—?!…", r))
	}
	switch strings.ToLower(s) {
	case "true", "false", "yes", "no", "on", "off", "y", "n", "null":
		plain = false
	}
	if plain || s != "" && strings.Trim(s, "0123456789-") == "" && s[0] != '-' {
		return s
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}
