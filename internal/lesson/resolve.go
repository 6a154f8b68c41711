package lesson

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/essay"
	"quire/internal/markup"
	"quire/internal/question"
	"quire/internal/source"
	"quire/internal/typography"
)

// resolver ties a draft to its essay. It changes nothing of the draft, so that
// one draft may be resolved again with other options.
type resolver struct {
	draft   *Draft
	lesson  *Lesson
	witness witness
	placed  map[string]*Passage  // by id; nil for one that could not be placed
	known   []string             // ids, for hints
	checked map[source.Span]bool // values of passage= that were looked at
	lines   bool                 // references name lines

	printedWords int // by {{passage}}

	findings *diag.List
}

// Resolve ties a draft to its essay, or with a nil essay to its lock file. It
// may be called more than once; the findings of each call stand alone, but for
// those of Read.
func (d *Draft) Resolve(e *essay.Essay, o Options, findings *diag.List) *Lesson {
	to := findings
	findings = &diag.List{}
	defer func() { passOn(findings, to) }()
	l := &Lesson{Name: d.Name, Meta: d.Meta, Essay: e, Lock: d.Lock, Allows: d.parsed.allows, Unwritten: d.parsed.unwritten}
	r := &resolver{
		draft: d, lesson: l, findings: findings,
		placed: map[string]*Passage{}, checked: map[source.Span]bool{},
	}
	d.reportLock(e != nil, findings)
	var w *atHand
	if e != nil {
		w = newAtHand(e, findings)
		if d.isOther(w, findings) {
			l.Copy = Copy{Compared: true, Other: true}
			e, l.Essay = nil, nil // what the lock remembers of the right one says more
		}
	}
	if e != nil {
		r.witness, r.lines, l.met = w, o.Lines, w.met
		if o.Lines {
			l.Lines = w.lines
		}
		r.checkTitle(e.Title)
		l.Meta.Essay.fill(e)
		if d.hasLock() {
			w.lock = d.Lock
			l.Copy = compare(d.Lock, e, w.lines)
			reportCopy(l.Copy, d.Lock, e, w.lines.Total, d.parsed.typed, findings)
		}
	} else {
		about := orAt(d.parsed.essayAt, d.parsed.start)
		m := &remembered{lock: d.Lock, typed: d.parsed.typed, about: about, findings: findings}
		if len(d.parsed.lock) > 0 { // a damaged lock is none, and that was said
			m.lock, m.asked = nil, true
		}
		m.asked = m.asked || d.parsed.essayRefused
		r.witness = m
	}
	l.Paragraphs = r.witness.paragraphs()
	l.EssayWords = wordsOf(e, d.Lock)
	if e != nil {
		l.EssaySentences, l.EssaySyllables = e.Measure()
	} else if d.Lock != nil {
		l.EssaySentences, l.EssaySyllables = d.Lock.Sentences, d.Lock.Syllables
	}
	r.passages()
	r.checkPassage(d.parsed.defaults)
	l.Brief = r.blocks(d.parsed.brief, "")
	r.glosses()
	for _, s := range d.parsed.sections {
		l.Sections = append(l.Sections, r.section(s))
	}
	r.ids()
	if a, ok := r.witness.(*atHand); ok {
		r.typed(a)
	}
	return l
}

// reportLock passes on what was wrong with the lock file. It stops the build
// only where the lock is all there is: whoever has the essay can write it anew.
func (d *Draft) reportLock(essay bool, findings *diag.List) {
	for _, f := range d.parsed.lock {
		if essay {
			f.Severity = diag.Warning
		}
		findings.Add(f)
	}
}

// wordsOf counts the words of an essay's paragraphs, or gives what the lock file
// remembers of them.
func wordsOf(e *essay.Essay, lock *Lock) (n int) {
	switch {
	case e != nil:
		for _, b := range e.Blocks {
			if b.Number > 0 {
				n += len(strings.Fields(b.Text))
			}
		}
	case lock != nil:
		n = lock.Words
	}
	return n
}

// fill adds what the essay's own file says and the front matter does not.
func (m *EssayMeta) fill(e *essay.Essay) {
	for _, f := range []struct {
		to   *string
		from string
	}{
		{&m.Title, e.Title}, {&m.Author, e.Author}, {&m.Publication, e.Publication},
		{&m.Published, e.Published}, {&m.URL, e.URL},
	} {
		if *f.to == "" {
			*f.to = f.from
		}
	}
}

func (r *resolver) passages() {
	for i := range r.draft.parsed.passages {
		d := &r.draft.parsed.passages[i]
		r.placed[d.id] = nil
		if len(r.known) < knownLimit {
			r.known = append(r.known, d.id)
		}
		if d.broken {
			continue
		}
		here := r.moved(*d)
		f, ok := r.witness.passage(&here)
		if c := r.comparePassage(d, f, ok); c != nil {
			r.lesson.Copy.Passages = append(r.lesson.Copy.Passages, *c)
			ok = c.State != PassageLost
		}
		if !ok {
			continue
		}
		r.placed[d.id] = &Passage{ID: d.id, At: d.at, Place: r.printed(f.place), Range: f.rng, selector: d.selector}
	}
	for _, d := range r.draft.parsed.passages {
		if p := r.placed[d.id]; p != nil {
			p.Title = r.inlines(d.title, d.id)
			r.lesson.Passages = append(r.lesson.Passages, *p)
		}
	}
}

func (r *resolver) glosses() {
	for _, g := range r.draft.parsed.glosses {
		w := Word{At: g.at, Word: g.word, Meaning: r.inlines(g.meaning, "")}
		if places := r.witness.word(g.word); len(places) > 0 {
			w.Place = r.printed(places[0])
		} else {
			r.witness.noWord(g.word, g.at, diag.Warning)
		}
		r.lesson.Words = append(r.lesson.Words, w)
	}
}

func (r *resolver) section(s draftSection) Section {
	out := Section{Name: s.name}
	for _, g := range s.groups {
		for _, a := range g.above {
			r.checkPassage(a)
		}
		passage := passageOf(g.above)
		group := Group{
			Title: r.inlines(g.title, passage), ID: g.id.Text, At: g.at,
			Directions: r.blocks(g.directions, passage),
		}
		for _, p := range g.prompts {
			attrs := append([]markup.Attrs{p.Attrs}, g.above...)
			r.checkPassage(p.Attrs)
			r.checkWord(p.Attrs)
			if it := question.Read(r.tied(p, passageOf(attrs)), g.above, s.name, r.findings); it != nil {
				group.Items = append(group.Items, it)
			}
		}
		out.Groups = append(out.Groups, group)
	}
	return out
}

// passageOf gives the id of the nearest passage.
func passageOf(attrs []markup.Attrs) string {
	for _, a := range attrs {
		if v, ok := a.Get("passage"); ok {
			return v.Text
		}
	}
	return ""
}

// checkPassage reports a `passage=` that names none.
func (r *resolver) checkPassage(a markup.Attrs) {
	if v, ok := a.Get("passage"); ok && v.Text != "" && !r.checked[v.At] {
		r.checked[v.At] = true
		r.named(v.Text, v.At)
	}
}

// checkWord warns of a vocabulary question's word that the essay hasn't, and has
// the lock file remember one that it has.
func (r *resolver) checkWord(a markup.Attrs) {
	v, ok := a.Get("word")
	if ok && strings.TrimSpace(v.Text) != "" && len(r.witness.word(v.Text)) == 0 {
		r.witness.noWord(v.Text, v.At, diag.Warning)
	}
}

// checkTitle warns where the essay's file calls itself something else than the
// front matter does.
func (r *resolver) checkTitle(own string) {
	if given := r.lesson.Meta.Essay.Title; own != "" && given != "" && Todos(given) == 0 && !sameTitle(given, own) {
		r.findings.Warn("front-matter", orAt(r.draft.parsed.titleAt, r.draft.parsed.start),
			fmt.Sprintf("the essay's file calls itself “%s”", shorten(own)), "Is it the right file? If so, write its own title here.")
	}
}

// sameTitle says that two titles are of one work: a subtitle, case, spaces and
// punctuation don't count, nor what one has more at its end.
func sameTitle(a, b string) bool {
	a, b = titleWords(a), titleWords(b)
	return a == "" || b == "" || strings.HasPrefix(a+" ", b+" ") || strings.HasPrefix(b+" ", a+" ")
}

func titleWords(s string) string {
	s, _ = typography.Set(s)
	for _, mark := range []string{": ", " — ", "—", " – ", " - ", " | "} {
		s, _, _ = strings.Cut(s, mark)
	}
	words := strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	return strings.Join(words, " ")
}

// tied copies a section with its calls replaced.
func (r *resolver) tied(s *markup.Section, passage string) *markup.Section {
	t := *s
	t.Title = r.inlines(s.Title, passage)
	t.Blocks = r.blocks(s.Blocks, passage)
	t.Fields = slices.Clone(s.Fields)
	for i, f := range t.Fields {
		t.Fields[i].Blocks = r.blocks(f.Blocks, passage)
	}
	t.Parts = make([]*markup.Section, len(s.Parts))
	for i, p := range s.Parts {
		t.Parts[i] = r.tied(p, passage)
	}
	return &t
}

func (r *resolver) blocks(b []document.Block, passage string) []document.Block {
	c := &caller{resolver: r, passage: passage}
	return document.Rewrite(b, c.block, c.inline)
}

func (r *resolver) inlines(in []document.Inline, passage string) []document.Inline {
	c := &caller{resolver: r, passage: passage}
	return document.RewriteInlines(in, c.inline)
}

// ids makes sure that no two groups or prompts share one. An id that was
// written twice is an error; one that was made of a heading gets a number.
func (r *resolver) ids() {
	taken := map[string]source.Span{}
	claim := func(id string, at source.Span) {
		if first, ok := taken[id]; ok {
			r.findings.Add(twice(id, "prompts or groups", at, first))
			return
		}
		taken[id] = at
	}
	written := map[source.Span]bool{}
	for _, s := range r.draft.parsed.sections {
		for _, g := range s.groups {
			if g.id.Text != "" {
				claim(g.id.Text, g.id.At)
			}
			for _, p := range g.prompts {
				if p.Attrs.ID.Text != "" {
					written[p.At] = true
					claim(p.Attrs.ID.Text, p.Attrs.ID.At)
				}
			}
		}
	}
	tried := map[string]int{}
	for i := range r.lesson.Sections {
		for _, it := range r.lesson.Sections[i].Items() {
			if written[it.At] {
				continue
			}
			base := it.ID
			for n := tried[base]; !taken[it.ID].IsZero(); {
				n = max(n, 1) + 1
				tried[base] = n
				it.ID = fmt.Sprintf("%s-%d", base, n)
			}
			taken[it.ID] = it.At
		}
	}
}
