package lesson

import (
	"strings"
	"testing"
	"testing/fstest"

	"quire/internal/diag"
)

// A prompt that uses a stem is like any other for the lock: a lesson works
// without its essay, and its quotations, those in arguments too, are remembered.
func TestStemLocked(t *testing.T) {
	m := fstest.MapFS{"lesson.md": {Data: []byte(`---
quire: 1
title: T
essay:
  title: T
  rights: restricted
---

# Passages

## All {#all}

> ¶1

# Worksheet

### What it does {stem=line-function passage=all words="WORDS"}

- [x] begin.
  - It is first.
- [ ] end.
  - It isn't last.
- [ ] turn.
  - Nothing turns.
`)}}
	e := ferry(t)
	words := strings.Fields(e.Blocks[0].Text)[:3]
	body := strings.Replace(string(m["lesson.md"].Data), "WORDS", strings.Join(words, " "), 1)
	m["lesson.md"].Data = []byte(body)
	l := resolve(t, m, e, Options{})
	if l.Quotations != 1 || len(l.Unwritten) > 0 {
		t.Errorf("%d quotations, %d unwritten", l.Quotations, len(l.Unwritten))
	}
	it := l.Section("Worksheet").Items()[0]
	if it.Type != "line-function" || it.Tags.Points != 1 || it.Tags.Skill != "structure" || it.Name != "What it does" || it.ID != "what-it-does" {
		t.Errorf("%+v", it)
	}
	m[lockFile] = &fstest.MapFile{Data: MakeLock(l).Encode()}
	resolve(t, m, nil, Options{})

	m["lesson.md"].Data = []byte(strings.Replace(body, strings.Join(words, " "), "words that nobody wrote", 1))
	d, findings := read(t, m)
	d.Resolve(nil, Options{}, findings)
	all := findings.Sorted()
	if len(all) != 1 || all[0].Code != "S2" || all[0].At.String() != "words that nobody wrote" {
		t.Errorf("%s", printed(t, findings))
	}
}

// What of a stem nobody has written is one finding, and marks its prompt.
func TestStemUnwritten(t *testing.T) {
	m := fstest.MapFS{"lesson.md": {Data: []byte("---\nquire: 1\ntitle: T\nessay:\n  title: T\n  rights: restricted\n---\n\n# Passages\n\n## All {#all}\n\n> ¶1\n\n# Worksheet\n\n### One {stem=turn passage=all}\n")}}
	d, findings := read(t, m)
	l := d.Resolve(ferry(t), Options{}, findings)
	all := findings.Sorted()
	if len(all) != 1 || all[0].Code != "todo" || all[0].Severity != diag.Warning || all[0].At.String() != "turn" || !strings.HasSuffix(all[0].Message, ": the options") {
		t.Errorf("%s", printed(t, findings))
	}
	if len(l.Unwritten) != 1 || l.Unwritten[0] != l.Section("Worksheet").Items()[0].At {
		t.Errorf("%v", l.Unwritten)
	}
}
