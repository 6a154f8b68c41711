package build

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/essay"
)

// essayMarkdown writes an essay as Markdown that reads back the same: what is
// known of it, kinds, emphasis, lines of verse, notes. Only the emphasis of a
// stanza of one line is lost, which Markdown can't have, and emphasis that
// begins or ends within a word beside punctuation.
func essayMarkdown(e *essay.Essay) string {
	var b strings.Builder
	b.WriteString("---\n")
	for _, f := range []struct{ key, value string }{
		{"title", e.Title}, {"author", e.Author}, {"publication", e.Publication},
		{"published", e.Published}, {"url", e.URL}, {"lang", e.Lang},
	} {
		if v := plainValue(f.value); v != "" {
			fmt.Fprintf(&b, "%s: %s\n", f.key, yamlValue(v))
		}
	}
	b.WriteString("---\n")
	notes := 0
	for _, block := range e.Blocks {
		b.WriteString("\n")
		switch text := inlineMarkdown(block); block.Kind {
		case essay.Heading:
			b.WriteString(strings.Repeat("#", min(max(block.Level, 2), 6)) + " " + text)
		case essay.BlockQuote:
			b.WriteString("> " + text)
		case essay.ListItem:
			b.WriteString("- " + text)
		case essay.Footnote:
			notes++
			fmt.Fprintf(&b, "[^%d]: %s", notes, text)
		case essay.Verse:
			b.WriteString(verseMarkdown(block.Text, text))
		default:
			b.WriteString(text)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// verseMarkdown writes a stanza: lines that end in a backslash, or, where that
// can't be, lines in a fence.
func verseMarkdown(plain, marked string) string {
	if strings.Contains(plain, "\n") && !strings.Contains(plain, "\n\n") {
		return strings.ReplaceAll(marked, "\n", "\\\n")
	}
	fence := "```"
	for strings.Contains(plain, fence) {
		fence += "`"
	}
	return fence + "\n" + plain + "\n" + fence
}

// inlineMarkdown writes a block's words with their emphasis.
func inlineMarkdown(b essay.Block) string {
	var out strings.Builder
	at := 0
	for _, m := range b.Marks {
		if m.Start < at || m.End > len(b.Text) || at > 0 && m.Start == at || !marksHold(b.Text, m) {
			continue
		}
		stars := "*"
		if m.Style == essay.Strong {
			stars = "**"
		}
		out.WriteString(essayWords(b.Text, at, m.Start))
		out.WriteString(stars + essayWords(b.Text, m.Start, m.End) + stars)
		at = m.End
	}
	out.WriteString(essayWords(b.Text, at, len(b.Text)))
	return out.String()
}

// marksHold says that stars round a stretch are read as emphasis: they touch
// no space within, and beside punctuation within there is no letter without
// (CommonMark 0.31, left- and right-flanking delimiter runs).
func marksHold(text string, m essay.Mark) bool {
	if m.Start >= m.End {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:m.Start])
	first, _ := utf8.DecodeRuneInString(text[m.Start:])
	last, _ := utf8.DecodeLastRuneInString(text[:m.End])
	after, _ := utf8.DecodeRuneInString(text[m.End:])
	loose := func(r rune, edge bool) bool { return edge || unicode.IsSpace(r) || !wordy(r) }
	return !unicode.IsSpace(first) && !unicode.IsSpace(last) &&
		(wordy(first) || loose(before, m.Start == 0)) && (wordy(last) || loose(after, m.End == len(text)))
}

// essayWords escapes text[from:to] such that Markdown reads nothing in it.
func essayWords(text string, from, to int) string {
	var b strings.Builder
	line := strings.LastIndexByte(text[:from], '\n') + 1  // where the line begins
	number := strings.Trim(text[line:from], digits) == "" // it has had nothing but digits
	for i := from; i < to; {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case strings.ContainsRune("\\`*_[]<>&~", r),
			i == line && strings.ContainsRune("#+-=", r),
			r == '#' && i+1 == len(text),
			(r == '.' || r == ')') && number && i > line:
			b.WriteByte('\\')
		}
		b.WriteString(text[i : i+size])
		i += size
		number = number && strings.ContainsRune(digits, r)
		if r == '\n' {
			line, number = i, true
		}
	}
	return b.String()
}

const digits = "0123456789"
