package build

import (
	"fmt"
	"slices"
	"strings"

	"quire/internal/check"
	"quire/internal/diag"
	"quire/internal/lesson"
	"quire/internal/overview"
)

// Checked says what of a lesson was checked.
type Checked struct{ Prompts, Passages, Quotations int }

// Silenced is a finding that the lesson's author allows.
type Silenced struct {
	diag.Finding
	Because string // empty where the author gave no reason
}

// check runs the rules over a lesson. All of them run, whatever is shown, so
// that an allow that silences nothing can be told.
func (o *order) check(l *lesson.Lesson, b *Built, findings *diag.List) {
	var found diag.List
	check.Run(l, check.Options{Strict: true}, &found)
	unwrittenOf(l).keep(&found, findings)
	b.lesson = l
	b.Overview = overview.Of(l)
	b.Checked = Checked{Prompts: b.Overview.Prompts(), Passages: len(l.Passages), Quotations: l.Quotations}
}

// settle gives a target the findings that it is to show: those that nobody
// allows, notes and doubtful ones only if they are asked for.
func (o *order) settle(b *Built, findings *diag.List) {
	all := findings.Sorted()
	if b.lesson != nil && len(b.lesson.Allows) > 0 {
		s := silencing{allows: b.lesson.Allows, used: make([]use, len(b.lesson.Allows))}
		all = s.take(all)
		b.Silenced = s.silenced
		var more diag.List
		more.Add(all...)
		s.report(&more, len(o.Only) == 0)
		all = more.Sorted()
	}
	for _, f := range all {
		if !o.Strict && strictOnly(f) {
			b.Hidden++
			continue
		}
		b.Findings = append(b.Findings, f)
	}
}

// strictOnly says that a finding is shown only to who asks for all of them.
func strictOnly(f diag.Finding) bool {
	if f.Severity != diag.Warning {
		return f.Severity == diag.Note
	}
	r := check.Named(f.Code)
	return r != nil && r.Strict
}

// silencing goes through the findings of a lesson with what its author allows.
type silencing struct {
	allows   []lesson.Allow
	used     []use // by the index of an allow
	silenced []Silenced
}

// A use says what an allow met.
type use struct{ silenced, stopped bool }

// take takes out what is silenced. What stops a build would print something
// false, and isn't.
func (s *silencing) take(all []diag.Finding) []diag.Finding {
	var kept []diag.Finding
	for _, f := range all {
		by := -1
		for i := range s.allows {
			a := &s.allows[i]
			switch {
			case !strings.EqualFold(a.Code, f.Code) || !a.Covers(f.At):
			case f.Severity == diag.Error:
				s.used[i].stopped = true
			case check.Named(a.Code) != nil:
				s.used[i].silenced = true
				by = i // the nearest stands last
			}
		}
		if by < 0 {
			kept = append(kept, f)
			continue
		}
		s.silenced = append(s.silenced, Silenced{f, s.allows[by].Because})
	}
	return kept
}

// report says what is wrong with allows. Judged says that all was looked at, so
// that one that silences nothing is of no use.
func (s *silencing) report(findings *diag.List, judged bool) {
	for i, a := range s.allows {
		r := check.Named(a.Code)
		switch {
		case r == nil:
			findings.Warn("allow", a.At, fmt.Sprintf("there is no check “%s”", a.Code), nearestCode(a.Code))
		case s.used[i].stopped || r.Severity == diag.Error && !s.used[i].silenced:
			findings.Warn("allow", a.At, fmt.Sprintf("%s can't be silenced", r.Code), "Mend what it finds, which would print something false, and take it out of the allow.")
		case judged && !s.used[i].silenced:
			findings.Add(diag.Finding{
				Code: "allow", Severity: diag.Note, At: a.At,
				Message: fmt.Sprintf("%s finds nothing here that could be allowed", r.Code), Hint: "Take it out of the allow.",
			})
		}
	}
}

// nearestCode is a hint that names the check that may have been meant.
func nearestCode(code string) string {
	var codes []string
	for _, r := range check.Rules {
		codes = append(codes, r.Code)
	}
	near := diag.Nearest(code, codes)
	if near == "" && code != "" { // “Q6”: the same number
		if i := slices.IndexFunc(codes, func(c string) bool { return c[1:] == code[1:] }); i >= 0 && len(code) > 1 {
			near = codes[i]
		}
	}
	if near == "" {
		return "The checks are " + strings.Join(codes, ", ") + "."
	}
	return fmt.Sprintf("Did you mean %s (%s)?", near, check.Named(near).Title)
}

// Here parts a build's findings into those to show, which stop it or come of
// what it was given this time (a copy of the essay, a class list, an edition),
// and the number of the others, which are the lesson's own.
func (b *Built) Here() (here []diag.Finding, rest []diag.Finding) {
	for _, f := range b.Findings {
		if f.Severity == diag.Error || ofThisRun(f.Code) {
			here = append(here, f)
		} else {
			rest = append(rest, f)
		}
	}
	return here, rest
}

func ofThisRun(code string) bool {
	if len(code) > 1 && (code[0] == 'C' || code[0] == 'L') && code[1] >= '0' && code[1] <= '9' {
		return true // about a class, about pages
	}
	return slices.Contains([]string{"S2", "S3", "copy", "encoding", "file", "file-name", "format", "furniture", "limit", "lock", "template"}, code)
}
