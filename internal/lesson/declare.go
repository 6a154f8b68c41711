package lesson

import (
	"fmt"
	"strings"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/markup"
	"quire/internal/passage"
	"quire/internal/source"
)

// passages takes a Passages section: `## Title {#id}` and one block quotation
// under each, which holds the selector.
func (s *sorter) passages(sec *markup.Section) {
	for _, b := range sec.Blocks {
		if _, ok := b.(document.BlockQuote); ok {
			s.wrong(orAt(b.Span(), sec.At), "this quotation names no passage", "Put a heading with an id above it, such as “## The turn {#turn}”.")
		}
	}
	for _, part := range sec.Parts {
		if part.Level != 2 {
			s.wrong(part.At, "prompts cannot stand under Passages", "Write a passage's heading with “##”, and put prompts under Worksheet, Seminar or Exit ticket.")
			continue
		}
		if s.room(part.At) {
			s.passage(part)
		}
	}
}

func (s *sorter) passage(sec *markup.Section) {
	const of = "a passage"
	checkAttrs(sec.Attrs, of, []string{"before", "after"}, s.findings)
	checkNames(sec.Attrs, of, true, s.findings)
	for _, p := range sec.Parts {
		s.wrong(p.At, "prompts cannot stand under Passages", "Move it under Worksheet, Seminar or Exit ticket.")
	}
	d := declared{id: sec.Attrs.ID.Text, title: sec.Title, at: sec.Attrs.ID.At}
	if d.id == "" {
		s.findings.Error("S3", sec.At, "this passage has no id", "Give it one in braces, such as “{#turn}”, for prompts to point to.")
	} else if first, ok := s.declared[d.id]; ok {
		s.findings.Add(twice(d.id, "passages", d.at, first))
		d.id = ""
	}
	d.selector, d.broken = s.selector(sec)
	if d.id != "" {
		s.declared[d.id] = d.at
		s.out.passages = append(s.out.passages, d)
	}
}

// selector reads what a passage's quotation says. Where it can't be read that
// has been reported.
func (s *sorter) selector(sec *markup.Section) (sel passage.Selector, broken bool) {
	quote, at, ok := s.quotation(sec)
	if !ok {
		return sel, true
	}
	sel, err := passage.Parse(quote, at)
	if err != nil {
		s.findings.Error("S3", at, err.Error(), "Write “first words … last words”, a short passage in full, or ¶6.")
		return sel, true
	}
	if v, ok := sec.Attrs.Get("before"); ok {
		sel.Before = v.Text
	}
	if v, ok := sec.Attrs.Get("after"); ok {
		sel.After = v.Text
	}
	return sel, false
}

// quotation gives the words of a passage's one block quotation.
func (s *sorter) quotation(sec *markup.Section) (string, source.Span, bool) {
	var quotes []document.BlockQuote
	for _, b := range sec.Blocks {
		q, ok := b.(document.BlockQuote)
		if !ok {
			s.wrong(orAt(b.Span(), sec.At), "a passage is a block quotation and nothing else", "Put “> ” before its words, and notes for the teacher before the first section.")
			continue
		}
		quotes = append(quotes, q)
	}
	const hint = "Put one line under it, such as “> first words … last words”."
	switch len(quotes) {
	case 0:
		s.findings.Error("S3", sec.At, "this passage has no quotation that says where it begins and ends", hint)
		return "", source.Span{}, false
	case 1:
		words, at := quoted(quotes[0])
		return words, orAt(at, sec.At), true
	}
	s.findings.Error("S3", orAt(quotes[1].Span(), sec.At), "this passage has two quotations", hint)
	return "", source.Span{}, false
}

func quoted(q document.BlockQuote) (string, source.Span) {
	words := strings.Join(strings.Fields(document.PlainBlocks(q.Blocks)), " ")
	at := q.Span()
	if len(q.Blocks) == 1 {
		if p, ok := q.Blocks[0].(document.Paragraph); ok {
			at = orAt(p.Span(), at)
		}
	}
	return words, at
}

// twice is the finding about an id that is there already.
func twice(id, what string, at, first source.Span) diag.Finding {
	return diag.Finding{
		Code: "S6", Severity: diag.Error, At: at,
		Message: fmt.Sprintf("there are two %s with the id “%s”", what, id),
		Hint:    "Give one of them another id.",
		Related: []diag.Related{{At: first, Message: "the first one is here"}},
	}
}
