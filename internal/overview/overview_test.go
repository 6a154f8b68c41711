package overview

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"quire/internal/diag"
	"quire/internal/essay"
	"quire/internal/lesson"
	"quire/internal/source"
)

const prompts = `---
quire: 1
title: T
minutes: 50
lexile: 1000L
essay:
  title: E
  rights: own
---

# Passages

## One {#one}

> ¶1

## Two {#two}

> p2-3

## All {#all}

> p1-5

# Worksheet

### Why one? {passage=one points=2 minutes=3 kind=factual dok=1}

**Answer:** A.

### Why two? {passage=two points=1 kind=factual skill=tone}

**Answer:** B.

### Why {{quote "the river"}}?

**Answer:** C.

### Why nothing?

**Answer:** D.

# Seminar

### What of it all? {passage=all minutes=20 stance=neutral}

**Listen for:** all.
`

func load(t *testing.T, e *essay.Essay) *lesson.Lesson {
	t.Helper()
	var findings diag.List
	d, err := lesson.Read(fstest.MapFS{"lesson.md": {Data: []byte(prompts)}}, "t", "", &findings)
	if err != nil {
		t.Fatal(err)
	}
	l := d.Resolve(e, lesson.Options{}, &findings)
	if findings.Stops() && e != nil {
		t.Fatal(findings.Sorted())
	}
	return l
}

func essayOf(t *testing.T, paragraphs ...string) *essay.Essay {
	t.Helper()
	text, err := source.New("essay.txt", []byte(strings.Join(paragraphs, "\n\n")))
	if err != nil {
		t.Fatal(err)
	}
	e := &essay.Essay{Title: "E", Text: text}
	at := 0
	for _, p := range paragraphs {
		e.Blocks = append(e.Blocks, essay.Block{Text: p, Origin: essay.Origin{{At: 0, From: at}}})
		at += len(p) + 2
	}
	e.Number()
	return e
}

func TestOf(t *testing.T) {
	e := essayOf(t, "We walked to the mill.", "It was shut. Mr. Poole had gone.", "Nobody knew why.", "Later the river rose.", "So we went home.")
	o := Of(load(t, e))
	var got []string
	for _, c := range o.Strip(5) {
		got = append(got, fmt.Sprintf("%s:%d", c.Words(), c.Prompts))
	}
	for _, c := range o.Strip(2) {
		got = append(got, fmt.Sprintf("%s:%d", c.Words(), c.Prompts))
	}
	got = append(got, o.Uses(), fmt.Sprint(o.Whole, o.Nowhere))
	for _, s := range o.Sections {
		got = append(got, s.Name+": "+s.Words())
	}
	for _, s := range o.Spreads {
		got = append(got, s.Name+": "+s.Words())
	}
	got = append(got, o.Reading.Facts()...)
	want := `¶1:1
¶2:1
¶3:1
¶4:1
¶5:0
¶1–3:2
¶4–5:1
¶1–4 by 1 prompt; ¶5 by none
1 1
Worksheet: 4 prompts, 3 points, about 3 minutes
Seminar: 1 prompt, 20 of 50 minutes
kind: factual: 2 · interpretive: 0 · evaluative: 0 · not tagged: 3
skill: tone: 1 · not tagged: 4
DOK: level 1: 1 · level 2: 0 · level 3: 0 · level 4: 0 · not tagged: 4
stance: tests-author: 0 · supports-author: 0 · neutral: 1 · not tagged: 4
23 words
a minute to read (175–300 words a minute)
4 words a sentence on average
Flesch-Kincaid grade about 0, an estimate
Lexile 1000L, as its publisher says`
	if s := strings.ReplaceAll(strings.Join(got, "\n"), "\u00a0", " "); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
}

// What the lock file remembers gives the figures that the text gives; an older
// one, without sentences, gives the number of words.
func TestWithLock(t *testing.T) {
	e := essayOf(t, "We walked to the mill.", "It was shut. Mr. Poole had gone.", "Nobody knew why.", "Later the river rose.", "So we went home.")
	l := load(t, e)
	want := Of(l).Reading
	remembered := *l
	remembered.Essay = nil
	if got := Of(&remembered).Reading; got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	remembered.EssaySentences, remembered.EssaySyllables = 0, 0
	if got := Of(&remembered).Reading; got.Measured || got.Sentence != 0 || got.Grade != 0 || got.Words != want.Words {
		t.Errorf("of an older lock: %+v", got)
	}
}

// A lesson without its essay and without a lock still has its tags.
func TestWithoutEssay(t *testing.T) {
	o := Of(load(t, nil))
	if len(o.Strip(10)) != 0 || o.Prompts() != 5 || len(o.Reading.Facts()) != 1 || o.Uses() != "" {
		t.Errorf("%+v", o)
	}
}
