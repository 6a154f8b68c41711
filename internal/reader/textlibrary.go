package reader

import (
	"strings"
	"unicode"
)

// library cuts what a library of texts puts round each: a header up to a line
// like "*** START OF THE FREE EBOOK … ***", and a footer from its fellow on. It
// takes from the header, or from such lines at the very top, what they say of
// the text.
func (r *textReader) library() {
	first, last := 0, len(r.lines)
	for i := range r.lines {
		switch lower := strings.ToLower(r.lines[i].String()); {
		case first == 0 && isFence(lower, "start", "begin"):
			first = i + 1
		case isFence(lower, "end") && i > first:
			last = i
		}
		if last < len(r.lines) {
			break
		}
	}
	r.leave(0, first, "the library's header")
	r.leave(last, len(r.lines), "the library's footer")
	if first > 0 {
		r.about(0, first, 1)
	} else {
		r.leave(0, r.about(0, min(last, headLines), 2), "facts about the text")
	}
	r.credits(first)
}

// headLines is how far down the lines that tell facts about the text are looked
// for, where no fence ends them.
const headLines = 40

// leave marks lines as not the essay.
func (r *textReader) leave(from, to int, why string) {
	for i := from; i < to; i++ {
		r.lines[i].left = why
	}
}

// isFence says that a line parts a library's words from the text: rules of
// signs round "start of this ebook", or without them "end of the project's
// etext".
func isFence(lower string, words ...string) bool {
	if len(lower) > 200 {
		return false
	}
	bare := strings.Trim(lower, "*-=_~#+ ")
	ruled := len(lower)-len(strings.TrimLeft(lower, "*-=_~#+")) >= 3
	for _, w := range words {
		if rest, ok := strings.CutPrefix(bare, w); ok {
			rest = strings.TrimPrefix(strings.TrimPrefix(rest, "ning"), "s")
			return strings.HasPrefix(rest, " of ") && holdsWord(rest, "ebook", "e-book", "etext", "e-text", "text", "book", "file", "document", "work", "edition") && (ruled || holdsWord(rest, "ebook", "e-book", "etext", "e-text"))
		}
	}
	return false
}

// holdsWord says that one of the words stands in a line in lower case.
func holdsWord(lower string, words ...string) bool {
	for _, f := range strings.FieldsFunc(lower, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
		for _, w := range words {
			if f == w {
				return true
			}
		}
	}
	return false
}

// about reads "Title: …" and its like, one a line, going on in indented lines.
// It gives the index after the last of them, or from if there are fewer than
// least.
func (r *textReader) about(from, to, least int) int {
	found, end := 0, from
	var field *string
	values := map[*string]string{}
	for i := from; i < to; i++ {
		l := &r.lines[i]
		key, value, ok := strings.Cut(l.String(), ":")
		switch p := frontField(&r.draft.about, strings.ToLower(strings.TrimSpace(key))); {
		case l.blank():
			field = nil
		case ok && (p != nil || isFact(key)) && value != "":
			found++
			end = i + 1
			if field = p; p != nil && values[p] == "" {
				values[p] = strings.TrimSpace(value)
			}
		case field != nil && l.indent > 0:
			values[field] += " " + l.String()
			end = i + 1
		case least > 1: // without a fence they stand at the very top, alone
			if to = 0; found < least {
				return from
			}
		default:
			field = nil
		}
	}
	if found < least {
		return from
	}
	for p, v := range values {
		if *p == "" {
			*p = v
		}
	}
	r.draft.about.Lang = languageTag(r.draft.about.Lang)
	return end
}

// isFact says that a line's first word names something that libraries and mail
// programs tell of a text, and that Quire has no use for.
func isFact(key string) bool {
	switch strings.ToLower(strings.TrimSpace(key)) {
	case "release date", "credits", "produced by", "character set encoding", "translator", "editor", "illustrator",
		"posting date", "last updated", "most recently updated", "original publication", "source", "subject", "to", "cc", "from", "license", "rights", "genre", "section", "tags":
		return true
	}
	return false
}

// languageTag gives the tag of a language that is named, or is tagged already.
func languageTag(name string) string {
	switch lower := strings.ToLower(name); lower {
	case "english", "spanish", "french", "german", "italian", "portuguese", "dutch", "latin":
		return map[string]string{"english": "en", "spanish": "es", "french": "fr", "german": "de", "italian": "it", "portuguese": "pt", "dutch": "nl", "latin": "la"}[lower]
	}
	if strings.ContainsAny(name, " ,.") {
		return ""
	}
	return name
}

// credits leaves out who prepared a library's text, where that stands at its
// top.
func (r *textReader) credits(first int) {
	if first == 0 {
		return
	}
	for i := first; i < len(r.lines) && i < first+headLines; i++ {
		l := &r.lines[i]
		lower := strings.ToLower(l.String())
		if strings.HasPrefix(lower, "produced by ") || strings.HasPrefix(lower, "e-text prepared by ") || strings.HasPrefix(lower, "etext prepared by ") || strings.HasPrefix(lower, "transcribed from ") {
			for ; i < len(r.lines) && !r.lines[i].blank(); i++ {
				r.lines[i].left = "who prepared the text"
			}
			return
		}
	}
}

// brackets finds what editors put in square brackets that fill paragraphs of
// their own: footnotes, pictures, words to the reader.
func (r *textReader) brackets() {
	for i := 0; i < len(r.lines); i++ {
		l := &r.lines[i]
		if l.left != "" || !strings.HasPrefix(l.String(), "[") {
			continue
		}
		why, label, skip := bracketKind(l.String())
		if why == "" {
			continue
		}
		end := r.bracketEnd(i)
		if end < 0 {
			continue
		}
		if why != "footnote" {
			r.leave(i, end+1, why)
			i = end
			continue
		}
		if label == "" {
			label = "*"
		}
		last := &r.lines[end]
		last.span = last.span.Sub(0, strings.LastIndexByte(last.String(), ']'))
		l.span = l.span.Sub(min(skip, len(l.String())), len(l.String()))
		for k := i; k <= end; k++ {
			r.lines[k].note = label
			r.lines[k].trim()
		}
		i = end
	}
}

// bracketKind says what an opening bracket holds, and of a footnote the label
// and the bytes before its words.
func bracketKind(s string) (why, label string, skip int) {
	lower := strings.ToLower(s)
	for _, k := range []struct{ opens, why string }{
		{"[illustration", "a picture"}, {"[image", "a picture"}, {"[picture", "a picture"}, {"[figure", "a picture"},
		{"[transcriber", "a transcriber's note"}, {"[editor's note", "an editor's note"}, {"[editor’s note", "an editor's note"},
		{"[sidenote", "a side note"}, {"[blank page", "a page mark"},
	} {
		if strings.HasPrefix(lower, k.opens) {
			return k.why, "", 0
		}
	}
	for _, opens := range []string{"[footnote", "[note", "[fn"} {
		rest, ok := strings.CutPrefix(lower, opens)
		if !ok {
			continue
		}
		colon := strings.IndexByte(rest, ':')
		if colon < 0 || colon > 12 {
			continue
		}
		at := len(opens)
		return "footnote", strings.TrimSpace(s[at : at+colon]), at + colon + 1
	}
	return "", "", 0
}

// bracketEnd finds the line at whose end a bracket closes that line i opens;
// -1 if there is none near.
func (r *textReader) bracketEnd(i int) int {
	depth := 0
	for k := i; k < len(r.lines) && k < i+mostBracketLines; k++ {
		s := r.lines[k].String()
		depth += strings.Count(s, "[") - strings.Count(s, "]")
		if depth <= 0 {
			if strings.HasSuffix(strings.TrimRight(s, "._* "), "]") {
				return k
			}
			return -1
		}
	}
	return -1
}

// mostBracketLines bounds how long a bracketed note may be.
const mostBracketLines = 400
