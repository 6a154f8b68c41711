package lesson

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"quire/internal/diag"
	"quire/internal/markup"
	"quire/internal/source"
	"quire/internal/typography"
)

// version is the version of the lesson format that this Quire reads.
const version = "1"

// front is the front matter as it is walked against the tables of keys.
type front struct {
	meta     Meta
	version  bool // a `quire:` was there, right or wrong
	defaults markup.Attrs
	essayAt  source.Span // of the key `essay`
	fileAt   source.Span // of the value of `essay: file`
	rights   bool        // rights were given
	titleAt  source.Span // of the value of `essay: title`

	essayUnread bool // the key `essay` could not be read
	fileRefused bool // the essay's file can't be the one named
	findings    *diag.List
}

// key is a key of the front matter and what takes its value: checks it, says
// what is wrong with it, and puts it where it goes.
type key struct {
	name string
	take func(*front, markup.Entry)
}

// topKeys and essayKeys are all the keys there are.
func topKeys() []key {
	return []key{
		{"quire", (*front).takeVersion},
		{"title", words(func(m *Meta) *string { return &m.Title })},
		{"question", words(func(m *Meta) *string { return &m.Question })},
		{"minutes", number(1, 600, func(m *Meta) *int { return &m.Minutes })},
		{"format", func(f *front, e markup.Entry) {
			text(nil, func(m *Meta) *string { return &m.Format })(f, e)
			f.meta.FormatAt = e.Value.At
		}},
		{"points", number(0, 10_000, func(m *Meta) *int { return &m.Points })},
		{"author", words(func(m *Meta) *string { return &m.Author })},
		{"lang", text(checkLang, func(m *Meta) *string { return &m.Lang })},
		{"date", text(checkDate, func(m *Meta) *string { return &m.Date })},
		{"seed", text(nil, func(m *Meta) *string { return &m.Seed })},
		{"lexile", text(nil, func(m *Meta) *string { return &m.Lexile })},
		{"accused", list(func(m *Meta) *[]string { return &m.Accused })},
		{"loaded", list(func(m *Meta) *[]string { return &m.Loaded })},
		{"defaults", (*front).takeDefaults},
		{"essay", (*front).takeEssay},
	}
}

func essayKeys() []key {
	return []key{
		{"title", func(f *front, e markup.Entry) {
			words(func(m *Meta) *string { return &m.Essay.Title })(f, e)
			f.titleAt = e.Value.At
		}},
		{"author", words(func(m *Meta) *string { return &m.Essay.Author })},
		{"publication", words(func(m *Meta) *string { return &m.Essay.Publication })},
		{"published", text(checkPublished, func(m *Meta) *string { return &m.Essay.Published })},
		{"genre", words(func(m *Meta) *string { return &m.Essay.Genre })},
		{"rights", (*front).takeRights},
		{"url", text(checkURL, func(m *Meta) *string { return &m.Essay.URL })},
		{"file", (*front).takeFile},
	}
}

// readFront takes the front matter of lesson.md in. Name, the lesson's, stands
// in where a title or a seed is missing.
func readFront(file *markup.File, name string, findings *diag.List) *front {
	f := &front{findings: findings}
	f.meta = Meta{Minutes: 50, Lang: "en", Seed: name, Essay: EssayMeta{Rights: Restricted}}
	start := file.Text.Span(0, 0)
	// What could not be read was reported, and is not missing.
	unread := func(key string) bool { return slices.Contains(file.Unread, key) }
	f.version, f.rights, f.essayUnread = unread("quire"), unread("essay"), unread("essay")
	f.walk(file.Front, topKeys(), "front matter")
	switch {
	case file.Front == nil && !strings.HasPrefix(file.Text.Body, "---"):
		f.wrong(start, "the lesson has no front matter", "Begin the file with the lines “---”, “quire: 1”, “title: …”, “---”.")
	case file.Front != nil && !f.version:
		f.wrong(start, "the front matter does not say which version of the format it is in", "Add the line “quire: 1”.")
	}
	if f.meta.Title == "" {
		f.meta.Title = name
		if file.Front != nil && !unread("title") {
			f.findings.Warn("front-matter", start, "the lesson has no title", "Add “title: …” to the front matter.")
		}
	}
	return f
}

func (f *front) wrong(at source.Span, message, hint string) {
	f.findings.Error("front-matter", at, message, hint)
}

// walk takes the entries of a map, each by its key. A key without a value is
// as good as left out.
func (f *front) walk(entries []markup.Entry, keys []key, of string) {
	for _, e := range entries {
		name := e.Key.Text
		k := find(keys, name)
		switch {
		case k == nil:
			f.wrong(e.Key.At, fmt.Sprintf("the %s has no key “%s”", of, name), meant(name, keyNames(keys), "Its keys are "))
		case e.Value.Kind != markup.Null:
			k.take(f, e)
		}
	}
}

func find(keys []key, name string) *key {
	for i := range keys {
		if keys[i].name == name {
			return &keys[i]
		}
	}
	return nil
}

func keyNames(keys []key) []string {
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = k.name
	}
	return names
}

// meant is a hint that names the nearest of the known names, or all of them.
func meant(word string, known []string, all string) string {
	if n := diag.Nearest(word, known); n != "" {
		return fmt.Sprintf("Did you mean “%s”?", n)
	}
	const most = 20
	if len(known) > most {
		known = append(slices.Clone(known[:most]), "…")
	}
	return all + strings.Join(known, ", ") + "."
}

// scalar gives an entry's value if it is one.
func (f *front) scalar(e markup.Entry) (string, bool) {
	switch e.Value.Kind {
	case markup.ListKind:
		f.wrong(e.Value.At, fmt.Sprintf("“%s” wants text, and this is a list", e.Key.Text), "Write one value behind the colon.")
		return "", false
	case markup.MapKind:
		f.wrong(e.Value.At, fmt.Sprintf("“%s” wants text, and this has keys of its own", e.Key.Text), "Write one value behind the colon, in quotation marks if it has a colon itself.")
		return "", false
	}
	if !f.printable(e.Value) {
		return "", false
	}
	return strings.TrimSpace(e.Value.Scalar), true
}

// printable reports a character of a value that no page can have: a control, a
// noncharacter, one of private use.
func (f *front) printable(d markup.Data) bool {
	for _, r := range d.Scalar {
		if r != '\n' && r != '\t' && unicode.In(r, unicode.Cc, unicode.Co, unicode.Noncharacter_Code_Point) {
			f.wrong(d.At, fmt.Sprintf("character U+%04X, which doesn't print", r), "Delete it.")
			return false
		}
	}
	return true
}

// words takes text that is printed, in house typography.
func words(to func(*Meta) *string) func(*front, markup.Entry) {
	return func(f *front, e markup.Entry) {
		if s, ok := f.scalar(e); ok {
			*to(&f.meta), _ = typography.Set(s)
		}
	}
}

// text takes text as it is typed. Check, which may be nil, says what is wrong
// with it and what would be right, or nothing.
func text(check func(string) (message, hint string), to func(*Meta) *string) func(*front, markup.Entry) {
	return func(f *front, e markup.Entry) {
		s, ok := f.scalar(e)
		if !ok {
			return
		}
		if check != nil {
			if message, hint := check(s); message != "" {
				f.wrong(e.Value.At, message, hint)
				return
			}
		}
		*to(&f.meta) = s
	}
}

func number(least, most int, to func(*Meta) *int) func(*front, markup.Entry) {
	return func(f *front, e markup.Entry) {
		s, ok := f.scalar(e)
		if !ok {
			return
		}
		n, ok := whole(s)
		if !ok || n < least || n > most {
			f.wrong(e.Value.At, fmt.Sprintf("“%s” wants a whole number from %d to %d", e.Key.Text, least, most),
				fmt.Sprintf("Write it in digits: “%s: %d”.", e.Key.Text, max(least, 50)))
			return
		}
		*to(&f.meta) = n
	}
}

func list(to func(*Meta) *[]string) func(*front, markup.Entry) {
	return func(f *front, e markup.Entry) {
		if e.Value.Kind != markup.ListKind {
			f.wrong(e.Value.At, fmt.Sprintf("“%s” wants a list", e.Key.Text), fmt.Sprintf("Write it in brackets: “%s: [one, two]”.", e.Key.Text))
			return
		}
		for _, d := range e.Value.List {
			if d.Kind == markup.ListKind || d.Kind == markup.MapKind || strings.TrimSpace(d.Scalar) == "" {
				f.wrong(d.At, fmt.Sprintf("“%s” wants a list of words", e.Key.Text), "Write each entry as plain text.")
				continue
			}
			if !f.printable(d) {
				continue
			}
			s, _ := typography.Set(strings.TrimSpace(d.Scalar))
			*to(&f.meta) = append(*to(&f.meta), s)
		}
	}
}

func (f *front) takeVersion(e markup.Entry) {
	f.version = true
	if s, ok := f.scalar(e); ok && s != version {
		f.wrong(e.Value.At, "this Quire reads version 1 of the lesson format", "Write “quire: 1”, or get a newer Quire for this lesson.")
	}
}

func (f *front) takeEssay(e markup.Entry) {
	f.essayAt = e.Key.At
	if e.Value.Kind != markup.MapKind {
		f.wrong(e.Value.At, "“essay” wants keys of its own", "Write “title: …”, “rights: …” and so on under it, each indented by two spaces.")
		return
	}
	f.walk(e.Value.Map, essayKeys(), "part “essay” of the front matter")
}

func (f *front) takeRights(e markup.Entry) {
	s, ok := f.scalar(e)
	if !ok {
		return
	}
	all := []Rights{PublicDomain, Own, Licensed, Restricted}
	names := make([]string, len(all))
	for i, r := range all {
		if names[i] = string(r); s == string(r) {
			f.meta.Essay.Rights, f.rights = r, true
			return
		}
	}
	f.wrong(e.Value.At, fmt.Sprintf("there are no rights called “%s”", s), meant(s, names, "Write one of "))
}

func (f *front) takeFile(e markup.Entry) {
	s, ok := f.scalar(e)
	if !ok {
		return
	}
	if message, hint := checkFile(s); message != "" {
		f.wrong(e.Value.At, message, hint)
		f.fileRefused = true
		return
	}
	f.meta.Essay.File, f.fileAt = s, e.Value.At
}

// takeDefaults makes attributes of the defaults, which stand above those of
// every section.
func (f *front) takeDefaults(e markup.Entry) {
	if e.Value.Kind != markup.MapKind {
		f.wrong(e.Value.At, "“defaults” wants keys of its own", "Write attributes under it, such as “points: 2”, each indented by two spaces.")
		return
	}
	f.defaults.At = e.Key.At
	for _, d := range e.Value.Map {
		if d.Value.Kind == markup.Null {
			continue
		}
		if s, ok := f.scalar(d); ok {
			f.defaults.Pairs = append(f.defaults.Pairs, markup.Pair{Key: d.Key, Value: markup.Value{At: d.Value.At, Text: s}})
		}
	}
	checkAttrs(f.defaults, "the defaults", inheritable, f.findings)
}
