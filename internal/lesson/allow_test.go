package lesson

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// What stands under a heading is what its allow covers, and no more.
func TestAllows(t *testing.T) {
	const text = `---
quire: 1
title: T
defaults:
  allow: D13
  because: the essay's end is for another day
---

# Worksheet {allow="M1, M6" because="we talk about it"}

## First {allow=S4 because="set words"}

### Why one? {allow=M22 because="asked aloud"}

**Answer:** A.

### Why two? {allow=M3}

**Answer:** B.

## Second {because="no code"}

### Why three?

**Answer:** C.

# Seminar

### Why four?
`
	d, findings := read(t, fstest.MapFS{"lesson.md": {Data: []byte(text)}})
	l := d.Resolve(nil, Options{}, findings)
	var got []string
	for _, a := range l.Allows {
		var covered []string
		for _, s := range l.Sections {
			for _, it := range s.Items() {
				if a.Covers(it.At) {
					covered = append(covered, it.Name)
				}
			}
		}
		got = append(got, fmt.Sprintf("%s %q %q: %s", a.Code, a.At.String(), a.Because, strings.Join(covered, " ")))
	}
	want := []string{
		`D13 "D13" "the essay's end is for another day": Why one? Why two? Why three? Why four?`,
		`M1 "M1" "we talk about it": Why one? Why two? Why three?`,
		`M6 "M6" "we talk about it": Why one? Why two? Why three?`,
		`S4 "S4" "set words": Why one? Why two?`,
		`M22 "M22" "asked aloud": Why one?`,
		`M3 "M3" "": Why two?`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	var found []string
	for _, f := range findings.Sorted() {
		if f.Code == "allow" {
			found = append(found, f.Message+" at "+f.At.String())
		}
	}
	if s := strings.Join(found, "\n"); s != "allow without a reason at M3\na reason, and nothing that it allows at no code" {
		t.Error(s)
	}
}
