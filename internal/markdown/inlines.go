package markdown

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/document"
)

// context says where inlines stand.
type context struct {
	table   bool       // in a table's cell
	oneLine bool       // line breaks become spaces
	link    bool       // in a link's text, which holds no other link
	foot    *addresses // takes long addresses; nil where they stand within the words
}

// run is a stretch of the result in one emphasis. Blanks and line breaks are
// never emphasised: they are runs of their own kind.
type run struct {
	text       string // escaped
	em, strong bool
	kind       runKind
}

type runKind uint8

const (
	wordRun runKind = iota
	blankRun
	breakRun
)

func (r run) styled() bool { return r.em || r.strong }

// closing are the marks at a paragraph's end with which emphasis of the whole
// paragraph is not taken for a heading (markdownlint's MD036).
const closing = ".,;:!?。，；：！？"

// line writes inlines as one paragraph, without white space at either end.
func line(in []document.Inline, c context) string {
	runs := merge(trim(merge(runsOf(in, c, false, false), false)), true)
	if len(runs) == 1 && !c.oneLine && !strings.ContainsRune(closing, lastRune(runs[0].text)) {
		runs[0].em, runs[0].strong = false, false
	}
	var b strings.Builder
	for i, r := range runs {
		switch {
		case r.kind == breakRun:
			b.WriteString("\\\n")
		case r.kind == blankRun:
			if i > 0 && !unicode.IsSpace(lastRune(runs[i-1].text)) && runs[i-1].kind != breakRun {
				b.WriteString(nobreak)
			}
			b.WriteString(r.text)
			if i+1 < len(runs) && !startsWith(runs[i+1].text, unicode.IsSpace) && runs[i+1].kind != breakRun {
				b.WriteString(nobreak)
			}
		case r.styled() && flanked(runs, i):
			mark := strings.Repeat("*", stars(r))
			b.WriteString(mark + r.text + mark)
		default:
			b.WriteString(r.text)
		}
	}
	if c.oneLine {
		return b.String()
	}
	lines := strings.Split(b.String(), "\n")
	for i := range lines {
		lines[i] = lineStart(lines[i])
	}
	return strings.Join(lines, "\n")
}

func stars(r run) int {
	n := 0
	if r.em {
		n++
	}
	if r.strong {
		n += 2
	}
	return n
}

// runsOf flattens inlines.
func runsOf(in []document.Inline, c context, em, strong bool) []run {
	var out []run
	word := func(s string) { out = append(out, run{text: s, em: em, strong: strong}) }
	for _, i := range in {
		switch i := i.(type) {
		case document.Text:
			word(escape(i.Words, c.table))
		case document.Emph:
			out = append(out, runsOf(i.Inlines, c, true, strong)...)
		case document.Strong:
			out = append(out, runsOf(i.Inlines, c, em, true)...)
		case document.Foreign:
			out = append(out, runsOf(i.Inlines, c, em, strong)...)
		case document.Code:
			word(code(i.Words, c.table))
		case document.Link:
			if len(out) > 0 && out[len(out)-1].kind == wordRun && strings.HasSuffix(out[len(out)-1].text, "!") {
				last := &out[len(out)-1].text
				*last = (*last)[:len(*last)-1] + `\!` // else it would be an image
			}
			out = append(out, link(i, c, em, strong)...)
		case document.LineBreak:
			if c.oneLine {
				word(" ")
			} else {
				out = append(out, run{kind: breakRun})
			}
		case document.Reference:
			word(escape(i.Words, c.table))
		case document.Quotation:
			word(escape(i.Marked(), c.table))
		case document.Blank:
			s := strings.Repeat("_", max(narrow, min(int(i.Width/2), wide)))
			if i.Number > 0 {
				s = fmt.Sprintf("(%d) %s", i.Number, s)
			}
			out = append(out, run{text: s, kind: blankRun})
		}
	}
	return out
}

// code writes words as code, in as many backticks as they need.
func code(words string, table bool) string {
	s := strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, words))
	if s == "" {
		return ""
	}
	longest, n := 0, 0
	for i := range len(s) {
		if n++; s[i] != '`' {
			n = 0
		}
		longest = max(longest, n)
	}
	if table {
		s = strings.ReplaceAll(s, "|", `\|`)
	}
	fence, pad := strings.Repeat("`", longest+1), ""
	if s[0] == '`' || s[len(s)-1] == '`' {
		pad = " "
	}
	return fence + pad + s + pad + fence
}

// link writes a link; an address that is its own text stands in angle brackets.
func link(l document.Link, c context, em, strong bool) []run {
	url := address(l.URL)
	plain := strings.TrimSpace(document.Plain(l.Inlines))
	if c.link || url == "" {
		return runsOf(l.Inlines, c, em, strong)
	}
	if plain == "" || plain == url {
		return []run{{text: "<" + url + ">", em: em, strong: strong}}
	}
	text := line(l.Inlines, context{table: c.table, oneLine: true, link: true})
	if text == "" {
		return nil
	}
	to := "(" + url + ")"
	if c.foot != nil && len(url) > longAddress {
		to = fmt.Sprintf("[%d]", c.foot.number(url))
	}
	return []run{{text: "[" + text + "]" + to, em: em, strong: strong}}
}

// trim takes the white space at the ends of styled runs out of them, and all
// white space at the ends of lines away.
func trim(in []run) []run {
	var out []run
	add := func(r run) {
		if r.text != "" || r.kind == breakRun {
			out = append(out, r)
		}
	}
	for _, r := range in {
		if r.kind != wordRun || !r.styled() {
			add(r)
			continue
		}
		core := strings.TrimSpace(r.text)
		if core == "" {
			add(run{text: r.text})
			continue
		}
		at := strings.Index(r.text, core)
		add(run{text: r.text[:at]})
		add(run{text: core, em: r.em, strong: r.strong})
		add(run{text: r.text[at+len(core):]})
	}
	return trimLines(out)
}

func trimLines(in []run) []run {
	var out []run
	space := true // at a line's start
	for _, r := range in {
		if r.kind == wordRun && space {
			if r.text = strings.TrimLeftFunc(r.text, unicode.IsSpace); r.text == "" {
				continue
			}
		}
		if r.kind == breakRun {
			if out = trimEnd(out); len(out) == 0 || out[len(out)-1].kind == breakRun {
				space = true
				continue
			}
		}
		space = r.kind == breakRun
		out = append(out, r)
	}
	for out = trimEnd(out); len(out) > 0 && out[len(out)-1].kind == breakRun; out = trimEnd(out) {
		out = out[:len(out)-1]
	}
	return out
}

func trimEnd(out []run) []run {
	for len(out) > 0 && out[len(out)-1].kind == wordRun {
		last := &out[len(out)-1]
		if last.text = strings.TrimRightFunc(last.text, unicode.IsSpace); last.text != "" {
			break
		}
		out = out[:len(out)-1]
	}
	return out
}

// merge joins neighbours of one emphasis. Where two kinds of emphasis touch
// the second takes the first's, if all is set: between their stars there'd be
// no telling which is whose.
func merge(in []run, all bool) []run {
	var out []run
	var texts []string // of the last of out
	flush := func() {
		if len(texts) > 1 {
			out[len(out)-1].text = strings.Join(texts, "")
		}
		texts = texts[:0]
	}
	for _, r := range in {
		if n := len(out) - 1; n >= 0 && r.kind == wordRun && out[n].kind == wordRun {
			same := out[n].em == r.em && out[n].strong == r.strong
			if same || all && out[n].styled() && r.styled() {
				texts = append(texts, r.text)
				continue
			}
		}
		flush()
		out = append(out, r)
		texts = append(texts, r.text)
	}
	flush()
	return out
}

// flanked says that stars round a run would be read as emphasis: CommonMark's
// left- and right-flanking rules at its two ends.
func flanked(runs []run, i int) bool {
	first, _ := utf8.DecodeRuneInString(runs[i].text)
	last := lastRune(runs[i].text)
	before, after := ' ', ' '
	if i > 0 && runs[i-1].kind == wordRun {
		before = lastRune(runs[i-1].text)
	}
	if i+1 < len(runs) && runs[i+1].kind == wordRun {
		after, _ = utf8.DecodeRuneInString(runs[i+1].text)
	}
	mark := func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }
	open := func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsPunct(r) || r < utf8.RuneSelf && unicode.IsSymbol(r)
	}
	return (!mark(first) || open(before)) && (!mark(last) || open(after))
}
