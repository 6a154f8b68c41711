package lesson

import (
	"fmt"
	"slices"
	"strings"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/markup"
	"quire/internal/passage"
	"quire/internal/source"
)

// The sections that a lesson may have. The first two hold what prompts point
// to, the others hold prompts.
const (
	passagesSection = "Passages"
	wordsSection    = "Words"
)

var sectionNames = []string{passagesSection, wordsSection, "Worksheet", "Seminar", "Exit ticket"}

// phases are the second-level headings of a Seminar that give their prompts a
// phase.
var phases = []string{"pre", "opening", "core", "closing", "post"}

// parsed is a draft taken apart: the files' sections joined by name, in the
// order of the files.
type parsed struct {
	typed     string      // the lesson as its author types it: "lessons/ferry", "."
	start     source.Span // of lesson.md: what has no better place
	essayAt   source.Span // of the front matter's key `essay`
	titleAt   source.Span // of the essay's title there
	brief     []document.Block
	defaults  markup.Attrs
	passages  []declared
	glosses   []gloss
	sections  []draftSection
	allows    []Allow
	unwritten []source.Span  // headings of prompts whose stem has parts that nobody has written
	lock      []diag.Finding // about passages.lock; how bad they are depends on the essay

	essayUnread  bool // the key `essay` could not be read, and that was reported
	essayRefused bool // there is an essay's file that can't be used, and that was reported
}

// declared is a passage as the lesson declares it.
type declared struct {
	id       string
	title    []document.Inline
	at       source.Span // of the id
	selector passage.Selector
	broken   bool // its selector could not be read, and that was reported
}

// gloss is an entry of the Words section as written.
type gloss struct {
	at      source.Span
	word    string
	meaning []document.Inline
}

type draftSection struct {
	name   string
	groups []draftGroup
}

// draftGroup is a group as written. Above are the attributes that its prompts
// inherit, nearest first.
type draftGroup struct {
	title      []document.Inline
	id         markup.Value
	at         source.Span
	directions []document.Block
	above      []markup.Attrs
	prompts    []*markup.Section
	misplaced  bool // a heading in it was no prompt's, and that was reported
}

// sorter puts the sections of all files where they belong.
type sorter struct {
	out      *parsed
	declared map[string]source.Span // passages' ids
	headings int
	asked    int // prompts
	findings *diag.List
}

func (s *sorter) file(f *markup.File) {
	for _, sec := range f.Sections {
		if !s.room(sec.At) {
			return
		}
		title := strings.TrimSpace(document.Plain(sec.Title))
		if sec.Level != 1 {
			s.wrong(sec.At, fmt.Sprintf("the heading “%s” stands in no section", title), "Put a first-level heading above it, such as “# Worksheet”.")
			continue
		}
		i := slices.IndexFunc(sectionNames, func(n string) bool { return strings.EqualFold(n, title) })
		if i < 0 {
			s.wrong(sec.At, fmt.Sprintf("a lesson has no section “%s”", title), nearestSection(title))
			continue
		}
		name := sectionNames[i]
		checkNames(sec.Attrs, "the section "+name, false, s.findings)
		switch name {
		case passagesSection:
			checkAttrs(sec.Attrs, "the section "+name, nil, s.findings)
			s.passages(sec)
		case wordsSection:
			checkAttrs(sec.Attrs, "the section "+name, nil, s.findings)
			s.words(sec)
		default:
			checkAttrs(sec.Attrs, "the section "+name, inheritable, s.findings)
			s.prompts(name, sec)
		}
	}
}

// room says whether there is room for one more heading.
func (s *sorter) room(at source.Span) bool {
	if s.headings++; s.headings == headingsLimit+1 {
		s.wrong(at, fmt.Sprintf("the lesson has more than %d headings", headingsLimit), "Part it into several lessons.")
	}
	return s.headings <= headingsLimit
}

func (s *sorter) wrong(at source.Span, message, hint string) {
	s.findings.Error("section", at, message, hint)
}

func nearestSection(title string) string {
	lower := make([]string, len(sectionNames))
	for i, n := range sectionNames {
		lower[i] = strings.ToLower(n)
	}
	if n := diag.Nearest(strings.ToLower(title), lower); n != "" {
		return fmt.Sprintf("Did you mean “%s”?", sectionNames[slices.Index(lower, n)])
	}
	return "Its sections are " + strings.Join(sectionNames, ", ") + "."
}

// prompts takes a section of prompts. Those of one name from several files, or
// several places of a file, are joined.
func (s *sorter) prompts(name string, sec *markup.Section) {
	i := slices.IndexFunc(s.out.sections, func(d draftSection) bool { return d.name == name })
	if i < 0 {
		i = len(s.out.sections)
		s.out.sections = append(s.out.sections, draftSection{name: name})
	}
	to := &s.out.sections[i]
	above := []markup.Attrs{sec.Attrs, s.out.defaults}
	first := draftGroup{at: sec.At, directions: sec.Blocks, above: above}
	rest := sec.Parts
	for len(rest) > 0 && rest[0].Level > 2 {
		s.prompt(&first, rest[0])
		rest = rest[1:]
	}
	if len(first.directions)+len(first.prompts) > 0 {
		to.groups = append(to.groups, first)
	}
	for _, part := range rest {
		if part.Level > 2 { // a prompt that no group holds any more
			s.prompt(&to.groups[len(to.groups)-1], part)
			continue
		}
		if s.room(part.At) {
			to.groups = append(to.groups, s.group(name, part, above))
		}
	}
}

// checkPrompts warns of what holds no prompts where prompts should be: of a
// group nothing prints but its directions, of a whole section nothing at all.
func (p *parsed) checkPrompts(findings *diag.List) {
	const hint = "Write a prompt under it, with a heading of its own: “### …”."
	for _, sec := range p.sections {
		held := slices.ContainsFunc(sec.groups, func(g draftGroup) bool { return len(g.prompts) > 0 || g.misplaced })
		for _, g := range sec.groups {
			title := strings.TrimSpace(document.Plain(g.title))
			for _, b := range g.directions {
				if l, ok := b.(document.List); ok && slices.ContainsFunc(l.Items, func(it document.Item) bool { return it.Task == document.Ticked }) {
					findings.Error("section", orAt(b.Span(), g.at), "options outside a prompt", "Write the question above them with “###”.")
				}
			}
			switch {
			case len(g.prompts) > 0 || g.misplaced || title == "" && held:
			case !held:
				findings.Warn("section", g.at, fmt.Sprintf("the section %s has no prompts, so this does not print", sec.name), hint)
			default:
				findings.Warn("section", g.at, fmt.Sprintf("the group “%s” has no prompts", title), hint)
			}
		}
	}
}

func (s *sorter) group(section string, sec *markup.Section, above []markup.Attrs) draftGroup {
	const of = "a group"
	checkAttrs(sec.Attrs, of, inheritable, s.findings)
	checkNames(sec.Attrs, of, true, s.findings)
	own := sec.Attrs
	if phase := phaseOf(section, sec.Title); phase != "" {
		if _, given := own.Get("phase"); !given {
			own.Pairs = append(slices.Clone(own.Pairs), markup.Pair{
				Key:   markup.Value{At: sec.At, Text: "phase"},
				Value: markup.Value{At: sec.At, Text: phase},
			})
		}
	}
	g := draftGroup{
		title: sec.Title, id: sec.Attrs.ID, at: sec.At, directions: sec.Blocks,
		above: append([]markup.Attrs{own}, above...),
	}
	for _, part := range sec.Parts {
		s.prompt(&g, part)
	}
	return g
}

// phaseOf gives the phase that a group's title names, if it is one of a Seminar.
func phaseOf(section string, title []document.Inline) string {
	name := strings.ToLower(strings.TrimSpace(document.Plain(title)))
	if section == "Seminar" && slices.Contains(phases, name) {
		return name
	}
	return ""
}

func (s *sorter) prompt(g *draftGroup, sec *markup.Section) {
	if sec.Level != 3 {
		g.misplaced = true
		s.wrong(sec.At, fmt.Sprintf("a heading of level %d belongs inside a prompt", sec.Level), "Write a prompt's heading with “###”; “####” is for its Part A and Part B.")
		return
	}
	if !s.room(sec.At) {
		return
	}
	if s.asked++; s.asked == promptsLimit+1 {
		s.wrong(sec.At, fmt.Sprintf("the lesson has more than %d prompts", promptsLimit), "Part it into several lessons.")
	}
	if s.asked <= promptsLimit {
		g.prompts = append(g.prompts, s.stemmed(sec))
	}
}

// words takes a Words section: a bulleted list of `**word**: meaning`.
func (s *sorter) words(sec *markup.Section) {
	const hint = "Write a list such as “- **curtail**: to cut back”."
	for _, part := range sec.Parts {
		s.wrong(part.At, "the section Words has no headings of its own", hint)
	}
	for _, b := range sec.Blocks {
		l, ok := b.(document.List)
		if !ok {
			s.wrong(orAt(b.Span(), sec.At), "the section Words holds a list and nothing else", hint)
			continue
		}
		for _, item := range l.Items {
			g, ok := glossOf(item)
			if !ok {
				s.wrong(orAt(item.Span(), sec.At), "this is not a word with its meaning", hint)
				continue
			}
			s.out.glosses = append(s.out.glosses, g)
		}
	}
}

// glossOf reads `**word**: meaning`; the colon may stand inside the bold.
func glossOf(item document.Item) (gloss, bool) {
	if len(item.Blocks) != 1 || item.Task != document.NoBox {
		return gloss{}, false
	}
	p, ok := item.Blocks[0].(document.Paragraph)
	if !ok || len(p.Text) < 2 {
		return gloss{}, false
	}
	bold, ok := p.Text[0].(document.Strong)
	if !ok {
		return gloss{}, false
	}
	label, inside := strings.CutSuffix(strings.TrimSpace(document.Plain(bold.Inlines)), ":")
	meaning := slices.Clone(p.Text[1:])
	after := inside
	if t, ok := meaning[0].(document.Text); ok {
		rest, colon := strings.CutPrefix(strings.TrimLeft(t.Words, " "), ":")
		after = inside || colon
		t.Words = strings.TrimLeft(rest, " ")
		meaning[0] = t
	}
	g := gloss{at: orAt(bold.Span(), item.Span()), word: strings.TrimSpace(label), meaning: meaning}
	return g, after && g.word != "" && strings.TrimSpace(document.Plain(meaning)) != ""
}

// orAt gives the first place, or where it is none, the second.
func orAt(at, other source.Span) source.Span {
	if at.IsZero() {
		return other
	}
	return at
}
