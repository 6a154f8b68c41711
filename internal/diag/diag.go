// Package diag holds findings: what Quire has to say about a text that a
// person wrote, and how that prints.
//
// An author's mistake is a Finding; trouble with files and bugs in Quire are
// ordinary errors. Findings are collected, all of them, and printed sorted.
// Everything that comes from outside passes through Visible on its way out.
package diag

import (
	"cmp"
	"slices"

	"quire/internal/source"
)

// Severity says what a finding does to a build.
type Severity uint8

const (
	Note    Severity = iota // shown with --strict
	Warning                 // shown, stops nothing
	Error                   // stops the build: what would print something false
)

func (s Severity) String() string { return [...]string{"note", "warning", "error"}[s] }

// Finding is one thing that Quire found. Message is lower case and has no full
// stop; Hint names the next thing to do, as a sentence.
type Finding struct {
	Code     string // stable: "S2", "attribute", "front-matter" …
	Severity Severity
	At       source.Span // zero for what has no place in a text
	Message  string
	Hint     string
	Related  []Related
}

// Related is another place that belongs to a finding.
type Related struct {
	At      source.Span
	Message string // "the first one is here"
}

// List collects findings. The zero List is ready.
type List struct{ all []Finding }

// Add takes findings in. One about a text that another takes in (a stem's) goes
// to the place where that one does, and shows the other as related.
func (l *List) Add(f ...Finding) {
	for _, one := range f {
		if home := one.At.Home(); home != one.At {
			one.Related = append([]Related{{At: one.At, Message: "it is about this line, which is taken in there"}}, one.Related...)
			one.At = home
		}
		l.all = append(l.all, one)
	}
}

// Error adds a finding that stops the build.
func (l *List) Error(code string, at source.Span, message, hint string) {
	l.Add(Finding{Code: code, Severity: Error, At: at, Message: message, Hint: hint})
}

// Warn adds a finding that stops nothing.
func (l *List) Warn(code string, at source.Span, message, hint string) {
	l.Add(Finding{Code: code, Severity: Warning, At: at, Message: message, Hint: hint})
}

// Stops says whether any finding is an error.
func (l *List) Stops() bool { return Stops(l.all) }

// Count counts the findings of one severity.
func (l *List) Count(s Severity) int { return Count(l.all, s) }

// Stops says whether any of the findings is an error.
func Stops(findings []Finding) bool { return Count(findings, Error) > 0 }

// Count counts the findings of one severity.
func Count(findings []Finding, s Severity) (n int) {
	for _, f := range findings {
		if f.Severity == s {
			n++
		}
	}
	return n
}

// Sorted gives the findings by file, then place, then severity and code, each
// one once.
func (l *List) Sorted() []Finding {
	out := slices.Clone(l.all)
	slices.SortStableFunc(out, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(name(a.At), name(b.At)),
			cmp.Compare(a.At.Start, b.At.Start),
			-cmp.Compare(a.Severity, b.Severity),
			cmp.Compare(a.Code, b.Code),
			cmp.Compare(a.Message, b.Message),
		)
	})
	return slices.CompactFunc(out, func(a, b Finding) bool {
		return a.At == b.At && a.Code == b.Code && a.Message == b.Message
	})
}

func name(s source.Span) string {
	if s.Text == nil {
		return ""
	}
	return s.Text.Name
}
