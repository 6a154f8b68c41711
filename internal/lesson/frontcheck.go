package lesson

import (
	"fmt"
	"io/fs"
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// The checks of front matter values: each says what is wrong and what would
// be right, or nothing.

func whole(s string) (int, bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil && !strings.HasPrefix(s, "+")
}

func checkDate(s string) (message, hint string) {
	if _, err := time.Parse("2006-01-02", s); err != nil {
		return "this is not a date", "Write year, month and day: “2024-09-01”."
	}
	return "", ""
}

// checkPublished lets text pass ("Spring 2023"), but what is written as a date
// must be one.
func checkPublished(s string) (message, hint string) {
	if strings.Trim(s, "0123456789-") != "" {
		return "", ""
	}
	for _, form := range []string{"2006", "2006-01", "2006-01-02"} {
		if _, err := time.Parse(form, s); err == nil {
			return "", ""
		}
	}
	return "this is not a date", "Write a year, “2023-04”, “2023-04-15”, or the date in words."
}

// checkLang knows the shape of a BCP 47 tag, not which ones exist.
func checkLang(s string) (message, hint string) {
	message = fmt.Sprintf("“%s” does not look like a language tag", s)
	hint = "Write a tag such as “en”, “en-GB” or “es-MX”."
	for i, part := range strings.Split(s, "-") {
		letters := strings.Trim(part, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
		digits := strings.Trim(part, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == ""
		switch {
		case i == 0 && letters && (len(part) == 2 || len(part) == 3):
		case i > 0 && digits && len(part) >= 1 && len(part) <= 8:
		default:
			return message, hint
		}
	}
	return "", ""
}

func checkURL(s string) (message, hint string) {
	u, err := url.Parse(s)
	switch {
	case err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https":
		return "this is not an address on the web", "Write it in full, beginning with “https://”."
	case u.User != nil:
		return "this address logs somebody in, and it is printed", "Take away what stands between “//” and “@”."
	case strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Cf, r) }):
		return "this address has a character in it that can't be seen", "Type it anew, or copy it from the browser."
	}
	return "", ""
}

// checkFile wants a name inside the lesson's folder, the same on every system.
func checkFile(s string) (message, hint string) {
	hint = "Name a file in the lesson's own folder, such as “essay.txt”."
	switch {
	case strings.Contains(s, `\`):
		return "a backslash cannot stand in the essay's file name", "Write “/” between a folder and a file. " + hint
	case strings.HasPrefix(s, "/") || len(s) > 1 && s[1] == ':':
		return "the essay's file leads out of the lesson's folder", hint
	}
	for _, part := range strings.Split(s, "/") {
		if part == ".." {
			return "the essay's file leads out of the lesson's folder", hint
		}
	}
	if s == "." || !fs.ValidPath(s) {
		return "this is not the name of a file", hint
	}
	return "", ""
}
