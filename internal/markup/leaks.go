package markup

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/text/unicode/norm"

	"quire/internal/document"
	"quire/internal/source"
)

// What students see must not tell the answer because its label was typed
// a little beside the way that makes a field: in italics, in mid-paragraph, in
// a table, after a space that nobody sees. What an author has slipped so is an
// error; an escaped colon says that students are to read it.

// letter is a character as it prints. Object stands for a call or a gap.
type letter struct {
	r       rune
	at      int // byte offset in the file
	loud    bool
	escaped bool
}

const object = '\uFFFC'

// flat gives the characters that nodes print, a line's end as "\n", without
// those that nobody sees (category Cf: zero-width spaces, soft hyphens).
func (t *tree) flat(nodes []ast.Node, loud bool, out []letter) []letter {
	for _, n := range nodes {
		switch n := n.(type) {
		case *ast.Text:
			out = t.flatText(n.Segment.Start, n.Segment.Stop, loud, out)
			if n.SoftLineBreak() || n.HardLineBreak() {
				out = append(out, letter{r: '\n', at: n.Segment.Stop})
			}
		case *ast.Emphasis:
			out = t.flat(children(n), true, out)
		case *ast.CodeSpan, *ast.Link:
			out = t.flat(children(n), loud, out)
		case *ast.RawHTML, *taskNode, *braceNode:
		case *gapNode:
			out = append(out, letter{r: '_', at: n.start, loud: loud})
		default:
			start, _ := t.span(n)
			out = append(out, letter{r: object, at: start, loud: loud})
		}
	}
	return out
}

func (t *tree) flatText(start, stop int, loud bool, out []letter) []letter {
	s := string(t.src[start:stop])
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		l := letter{r: r, at: start + i, loud: loud}
		switch {
		case r == '\\' && i+1 < len(s) && isPunct(s[i+1]):
			l.r, l.escaped, n = rune(s[i+1]), true, 2
		case r == '&':
			var words string
			words, n = entity(s[i:])
			l.r, _ = utf8.DecodeRuneInString(words)
		case unicode.IsSpace(r):
			l.r = ' '
		}
		if !unicode.Is(unicode.Cf, l.r) {
			out = append(out, l)
		}
		i += n
	}
	return out
}

// shownFields are the fields that students may see.
var shownFields = []string{"hint", "starter", "word-bank", "criteria", "in", "symbols", "extra", "proposition", "for", "against", "restate"}

// shown says that students see what stands at a place.
func (c *converter) shown(p place) bool {
	s := c.section
	if s == nil || s.Level < 3 || p.reason {
		return false
	}
	return !p.field || len(s.Fields) > 0 && slices.Contains(shownFields, s.Fields[len(s.Fields)-1].Name)
}

// leaks reports what looks like the label of a field and is none, in the text
// of a paragraph or a cell that students see.
func (c *converter) leaks(nodes []ast.Node, p place) {
	if !c.shown(p) {
		return
	}
	text := c.tree.flat(nodes, false, nil)
	for i := range text {
		begins, sentence := startAt(text, i)
		if !begins {
			continue
		}
		s, ok := suspectAt(text, i)
		if !ok || s.toFillIn(p) || c.told[s.from] {
			continue
		}
		if !s.tells(sentence, p.cell) {
			if !sentence && s.solves() {
				c.told[s.from] = true
				c.report.list.Warn("field", c.span(s.from, s.to), "what stands after “"+s.words+"” prints for students",
					"For the key, write **Answer:** in bold at the start of a line. If students are to read it, write \\: for the colon.")
			}
			continue
		}
		c.told[s.from] = true
		hint := "For the key, write **" + s.meant() + ":** in bold at the start of a line, outside lists and tables, with nothing before it. If students are to read it, "
		if s.colon {
			hint += "write \\: for the colon."
		} else {
			hint += "take the emphasis off."
		}
		c.report.error("field", s.from, s.to, "“"+s.words+"” is no field here, so it prints for students", hint)
	}
}

// startAt says whether a label could begin at a letter: whether it is the first
// of a line, or of a sentence within one.
func startAt(text []letter, i int) (begins, sentence bool) {
	if isMark(text[i].r) {
		return false, false
	}
	spaces := false
	for k := i - 1; k >= 0; k-- {
		switch r := text[k].r; {
		case r == '\n':
			return true, false
		case r == ' ':
			spaces = true
		case r == '*' && !text[k].escaped: // bold text that isn't closed, and was reported
			return false, false
		case strings.ContainsRune("—–→([", r) || spaces && strings.ContainsRune(".!?:;…-", r):
			return true, true
		case !isMark(r):
			return false, false
		}
	}
	return true, false
}

// isMark says that a character may stand before the first letter of a label.
func isMark(r rune) bool {
	return r == ' ' || r == '\n' || strings.ContainsRune("*_\"“”„«»'‘’([{<>#-–—→•·", r)
}

// A suspect is what may be a label: words up to a colon, or to the end of their
// emphasis.
type suspect struct {
	words    string
	from, to int // bytes of the file
	loud     bool
	colon    bool
	rest     []letter // after it
}

const (
	colons       = ":：﹕︰꞉∶ː" // what prints like one
	longestLabel = 40        // letters
)

// suspectAt reads what begins at letter i; false if it can be no label.
func suspectAt(text []letter, i int) (suspect, bool) {
	s := suspect{loud: text[i].loud, from: text[i].at}
	stop := i
	for ; stop < len(text); stop++ {
		l := text[stop]
		if stop-i > longestLabel || l.r == object || l.r == '\n' && !s.loud {
			return s, false
		}
		if isColon(l.r) || s.loud && (!l.loud || strings.ContainsRune("—–.", l.r) || l.r == '-' && text[stop-1].r == ' ') {
			break
		}
	}
	s.rest = text[stop:]
	for len(s.rest) > 0 && !isColon(s.rest[0].r) && isMark(s.rest[0].r) && s.rest[0].r != '\n' {
		s.rest = s.rest[1:]
	}
	if len(s.rest) > 0 && isColon(s.rest[0].r) {
		if s.rest[0].escaped {
			return s, false
		}
		s.colon, s.rest = true, s.rest[1:]
	}
	for stop > i && isMark(text[stop-1].r) {
		stop--
	}
	s.to = text[max(stop-1, i)].at + 1
	s.words = strings.Join(strings.Fields(norm.NFKC.String(spelledOut(text[i:stop]))), " ")
	return s, s.words != "" && (s.loud || s.colon)
}

func isColon(r rune) bool { return strings.ContainsRune(colons, r) }

// What tells the answer even where nothing but its label's look says so.
var (
	tellingWithoutColon = []string{"answer", "misreading", "listen-for", "if-silent", "teacher-note", "model"}
	tellingInPlainType  = []string{"accept", "reject", "misreading", "listen-for", "if-silent", "teacher-note", "model"}
)

// tells says whether the words are a field's label, or were meant as one. The
// less they look like it, the less else they may be.
func (s suspect) tells(sentence, cell bool) bool {
	name, number, near := readLabel(s.words)
	unleveled := name == "model" && number == 0 // just a word
	switch {
	case s.loud && s.colon:
		return name != "" || keyLabel(s.words) != "" || slices.Contains(tellingInPlainType, near) || near == "answer"
	case s.loud:
		if cell && strings.TrimFunc(spelledOut(s.rest), isMark) == "" {
			return false // the head of a row or a column
		}
		return slices.Contains(tellingWithoutColon, name) && !unleveled || plainKeyLabel(s.words) != ""
	}
	first, _ := utf8.DecodeRuneInString(s.words)
	if sentence && !unicode.IsUpper(first) {
		return false
	}
	return slices.Contains(tellingInPlainType, name) && !unleveled || plainKeyLabel(s.words) != ""
}

// solves says that the words promise an answer, in plain type: too likely to be
// one to pass over, and not sure enough to stop anybody.
func (s suspect) solves() bool {
	return !s.loud && s.colon && slices.Contains([]string{"solution", "solutions"}, strings.ToLower(s.words))
}

// leakyColumns warns of a table's columns that are headed as the key's are and
// leave nothing to fill in. A matching's columns are what it is about.
func (c *converter) leakyColumns(t document.Table, p place) {
	if !c.shown(p) || slices.ContainsFunc(c.section.Attrs.Classes, func(v Value) bool { return v.Text == "matching" }) {
		return
	}
	for i, head := range t.Head {
		words := strings.TrimRight(strings.TrimSpace(document.Plain(head.Text)), colons)
		if name, _, _ := readLabel(words); name != "answer" && keyLabel(words) != "Answer" || c.toldIn(head.Source) {
			continue
		}
		toFillIn := func(row []document.Cell) bool { // a gap, a line to write on, nothing
			return i >= len(row) || strings.Trim(document.Plain(row[i].Text), "_ .…") == ""
		}
		if !slices.ContainsFunc(t.Rows, toFillIn) {
			c.report.list.Warn("field", head.Source, "what stands in the column “"+words+"” prints for students",
				"Write each answer as a gap, [[answer]], in a type whose tables have them, or in a field **Answer:**; if students are to read it, head the column in another way.")
		}
	}
}

// toldIn says that a label in the span was reported.
func (c *converter) toldIn(s source.Span) bool {
	for at := range c.told {
		if s.Start <= at && at < s.End {
			return true
		}
	}
	return false
}

// meant gives the field's label as it is to be written.
func (s suspect) meant() string {
	name, number, near := readLabel(s.words)
	switch key := keyLabel(s.words); {
	case name == "model":
		if number == 0 {
			number = 4
		}
		return "Model " + strconv.Itoa(number)
	case name != "":
		return spelled(name)
	case key != "":
		return key
	}
	return spelled(near)
}

// toFillIn says that students are to write what the label asks for: a line
// follows it, or nothing at all.
func (s suspect) toFillIn(p place) bool {
	line, _, more := strings.Cut(spelledOut(s.rest), "\n")
	if !s.colon || strings.Trim(line, "*_. ") != "" {
		return false
	}
	return strings.Contains(line, "_") || !more && (p.cell && !p.answered || !p.cell && !s.loud)
}

// spelledOut gives the characters as a string.
func spelledOut(text []letter) string {
	var b strings.Builder
	for _, l := range text {
		b.WriteRune(l.r)
	}
	return b.String()
}
