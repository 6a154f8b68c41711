package markup

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// Hints that more than one slip gets.
const (
	hintOption = "Write each option as an entry of a list: “- [ ] …”, the right one “- [x] …”."
	hintNoBox  = "Write “- [ ]” or “- [x]”, then a space and the option."
)

// typedBullets are what word processors set before the entries of a list, and
// what they make of a box. Markdown knows none of them.
const typedBullets = "•·◦▪▫‣⁃∙●○■□◯☐☑☒✓✔✗✘❏❑\uF0B7\uF0A7"

// lineStarts reports lines that were meant to be something other than text.
func (c *converter) lineStarts(n ast.Node, p place) {
	lines := n.Lines()
	bullet := false
	c.letters.paragraph(c.section)
	for i := range lines.Len() {
		seg := trimSegment(lines.At(i), c.tree.src)
		line := string(c.tree.src[seg.Start:seg.Stop])
		if line == "" {
			continue
		}
		if size := typedBullet(line); size > 0 && !bullet {
			bullet = true // one finding for a list
			c.report.error("list", seg.Start, seg.Start+size, "line that begins with “"+line[:size]+"”",
				"Write “- ” before each entry of a list, “- [ ] ” before an option and “- [x] ” before the right one.")
		}
		if p.depth == 0 && c.seen() {
			c.lettered(line, seg.Start)
		}
		switch line[0] {
		case '#':
			marks := len(line) - len(strings.TrimLeft(line, "#"))
			if rest := line[marks:]; rest != "" && marks > 6 || rest != "" && isLetter(rest[0]) {
				c.report.error("heading", seg.Start, seg.Start+marks, "heading marks without a space, or more than six", "Write “"+strings.Repeat("#", min(marks, 6))+" ” and the heading, or \\# for the sign.")
			}
		case '=':
			if strings.Trim(line, "=") == "" && i > 0 {
				c.underlined(seg.Start, seg.Stop)
			}
		case '-', '*', '+':
			if _, size, _ := readBox(line[1:]); size > 0 {
				c.report.error("task", seg.Start, seg.Start+1+size, "“"+line[:1+size]+"” is no box", hintNoBox)
			}
		case '[':
			if i := strings.Index(line, "]:"); i > 1 && line[1] != '[' && !strings.ContainsAny(line[1:i], "[]") {
				c.report.error("link", seg.Start, seg.Start+i+2, "reference definition", "Write links where they stand: [words](https://…).")
			}
		}
	}
}

func (c *converter) underlined(start, stop int) {
	c.report.error("heading", start, stop, "line right under a paragraph",
		"Headings open with #; for a rule across the page leave an empty line above it.")
}

// seen says that what is read now prints for students: the text of a prompt,
// before its first field.
func (c *converter) seen() bool {
	return c.section != nil && c.section.Level >= 3 && len(c.section.Fields) == 0
}

// typedBullet gives the length of the bullet that a line begins with, if any.
func typedBullet(line string) int {
	r, size := utf8.DecodeRuneInString(line)
	if !strings.ContainsRune(typedBullets, r) {
		return 0
	}
	if next, _ := utf8.DecodeRuneInString(line[size:]); next != '[' && !unicode.IsSpace(next) {
		return 0
	}
	return size
}

// typedBox gives the length of the box that s, a stretch of text, opens with.
// Braces or an address after it make a phrase or a link of it.
func typedBox(s string) int {
	for _, box := range []string{"[ ]", "[x]", "[X]"} {
		if rest, ok := strings.CutPrefix(s, box); ok && !strings.HasPrefix(rest, "(") && !strings.HasPrefix(rest, "{") {
			return len(box)
		}
	}
	return 0
}

// bulleted says that the line on which byte at stands was reported for what it
// begins with: a typed bullet, or a marker right before the box.
func (t *tree) bulleted(at int) bool {
	start := bytes.LastIndexByte(t.src[:at], '\n') + 1
	line := strings.TrimLeft(string(t.src[start:at+1]), " \t")
	return typedBullet(line) > 0 || line == "-[" || line == "*[" || line == "+["
}

// letters follows lines that begin with A), B) … or (a), (b) … through the
// text of a prompt.
type letters struct {
	section *Section
	style   string // "A)", "(a)", "A." …: how the first was written
	next    rune
	start   int
	stop    int
}

// paragraph begins a paragraph of a section. (a), (b) in paragraphs of their
// own are the parts of a question; within one they run together.
func (l *letters) paragraph(s *Section) {
	if s != l.section || strings.HasPrefix(l.style, "(") {
		*l = letters{section: s}
	}
}

// lettered warns of a second line with the letter after the first one's.
func (c *converter) lettered(line string, at int) {
	style, letter := lineLetter(line)
	l := &c.letters
	switch {
	case style == "":
	case letter == 'A' || letter == 'a':
		l.style, l.next, l.start, l.stop = style, letter+1, at, at+len(style)
	case l.style != "" && letter == l.next && style == strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return letter
		}
		return r
	}, l.style):
		if letter == 'B' || letter == 'b' {
			c.report.list.Warn("list", c.span(l.start, l.stop), "lines that begin with "+l.style+" and "+style+" print as text, not as options", hintOption)
		}
		l.next++
	}
}

// lineLetter reads A), a., (a) and the like, with a space after it.
func lineLetter(line string) (style string, letter rune) {
	i := 0
	if strings.HasPrefix(line, "(") {
		i = 1
	}
	if len(line) < i+3 || !isLetter(line[i]) || line[i+2] != ' ' ||
		line[i+1] != ')' && (i == 1 || line[i+1] != '.') {
		return "", 0
	}
	return line[:i+2], rune(line[i])
}
