package roster

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// yesNo reads what teachers put into a column of yes and no, in four languages.
// A cross stands for yes, as on a form.
func yesNo(s string) (yes, known bool) {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "x", "×", "✓", "✔", "✔\ufe0f", "√", "☑", "☒", "✅", "yes", "y", "true", "t", "1", "on", "ja", "j", "wahr",
		"sí", "si", "s", "verdadero", "oui", "vrai":
		return true, true
	case "", "no", "n", "false", "f", "0", "-", "–", "—", "off", "none", "n/a", "☐", "nein", "falsch", "falso", "non", "faux":
		return false, true
	}
	return false, false
}

// editionOf knows editions by what they are called in lists.
func editionOf(s string) (string, bool) {
	word := bare(fold(s))
	switch word {
	case "":
		return "", strings.Trim(s, "-–— ") == ""
	case "standard", "std", "regular", "normal", "usual", "default", "none", "estandar", "ordinaire":
		return "standard", true
	case "dyslexiafriendly", "dyslexicfriendly", "dys":
		return "dyslexia", true
	case "18", "18pt", "18point":
		return "large-print", true
	}
	switch {
	case isCalled(kindLarge, word):
		return "large-print", true
	case isCalled(kindDyslexia, word):
		return "dyslexia", true
	}
	return "", false
}

func paperOf(s string) (string, bool) {
	switch fold(s) {
	case "":
		return "", strings.Trim(s, "-–— ") == ""
	case "letter", "usletter", "85x11", "85x11in", "carta", "lettre":
		return "letter", true
	case "a4", "dina4", "isoa4", "210x297", "210x297mm":
		return "a4", true
	}
	return "", false
}

// formOf gives a form's name without a word before it ("Form B"). One letter is
// made upper case; any, auto and dashes leave it to be dealt.
func formOf(s string) (string, bool) {
	s, _ = clean(s)
	if before, after, ok := strings.Cut(s, " "); ok && isCalled(kindForm, fold(before)) {
		s = strings.TrimSpace(after)
	}
	switch strings.ToLower(s) {
	case "", "-", "–", "—", "any", "auto", "*", "?":
		return "", true
	}
	if len(s) > 12 {
		return "", false
	}
	for _, c := range s {
		if c != '-' && (c >= utf8.RuneSelf || !unicode.IsLetter(c) && !unicode.IsDigit(c)) {
			return "", false
		}
	}
	if len(s) == 1 {
		s = strings.ToUpper(s)
	}
	return s, true
}

// roomOf reads extra space as teachers write it: yes; a factor (1.5, 1,5, x2,
// 2×, double); more in percent (50%, +50%), where beyond 100 it is the whole, as
// on a copier (150%); lines (3 lines, +3). 100% can mean two things and is
// refused. In a column of lines a bare number is lines.
func roomOf(s string, lines bool) (Room, bool) {
	s = strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(s, ",", ".")), ""))
	s = strings.ReplaceAll(s, "×", "x")
	if n, err := strconv.Atoi(s); err == nil && (lines || strings.HasPrefix(s, "+")) {
		return Room{Lines: n}, n >= 0 && n <= maxExtra
	}
	if yes, ok := yesNo(s); ok {
		if yes {
			return Room{Percent: usualExtra}, true
		}
		return Room{}, true
	}
	switch s {
	case "double", "doble", "doppelt":
		return Room{Percent: 100}, true
	case "triple", "dreifach":
		return Room{Percent: 200}, true
	}
	if number, word := leadingNumber(s); number != "" && word != "" && word != "x" && word != "%" {
		n, err := strconv.Atoi(strings.TrimPrefix(number, "+"))
		for _, w := range []string{"line", "lines", "morelines", "extralines", "lineas", "líneas", "lignes", "zeilen"} {
			if w == word {
				return Room{Lines: n}, err == nil && n >= 0 && n <= maxExtra
			}
		}
		return Room{}, false
	}
	if p, ok := strings.CutSuffix(s, "%"); ok {
		v, err := strconv.ParseFloat(p, 64)
		switch {
		case err != nil || !(v >= 0 && v <= 400) || v == 100 && p[0] != '+':
			return Room{}, false
		case v > 100 && p[0] != '+':
			v -= 100
		}
		return Room{Percent: int(v + 0.5)}, v <= 300
	}
	v, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimPrefix(s, "x"), "x"), 64)
	if err != nil || !(v >= 1 && v <= 4) {
		return Room{}, false
	}
	return Room{Percent: int((v-1)*100 + 0.5)}, true
}

func leadingNumber(s string) (number, rest string) {
	i := strings.IndexFunc(s, func(c rune) bool { return c != '+' && c != '.' && (c < '0' || c > '9') })
	if i < 0 {
		return s, ""
	}
	return s[:i], s[i:]
}

// rewritten says that a number looks like 1.23E+11, which is what Excel makes of
// a long ID.
func rewritten(s string) bool {
	mantissa, exponent, ok := strings.Cut(strings.ToUpper(s), "E+")
	_, err := strconv.ParseFloat(strings.ReplaceAll(mantissa, ",", "."), 64)
	_, err2 := strconv.Atoi(exponent)
	return ok && err == nil && err2 == nil
}

// isBroken knows the words that spreadsheets put where a formula fails.
func isBroken(s string) bool {
	switch strings.TrimRight(strings.ToUpper(s), "?!") {
	case "#N/A", "#REF", "#VALUE", "#NAME", "#DIV/0", "#NULL", "#NUM", "#ERROR", "#SPILL", "#CALC",
		"#NV", "#BEZUG", "#WERT", "#NOMBRE", "#NOM", "#VALEUR", "#VALOR", "#¡REF", "#¡VALOR", "#¿NOMBRE":
		return true
	}
	return false
}
