// Package check holds the rules of good prompts: what a colleague who reads a
// quiz before the class does would say of it.
//
// A resolved lesson goes in, findings come out. Rules read an item's words and
// its Responses, never its type, so that a new question type is checked without
// a word here. One family is one file: texts (S), items with options (M), other
// answers (T), discussions (D); their numbers stand in thresholds.go. Rules
// know no files, and nothing of how findings are silenced or printed.
package check

import (
	"fmt"
	"strings"

	"quire/internal/diag"
	"quire/internal/lesson"
	"quire/internal/source"
)

// Rule is one check, with the page that explains it.
type Rule struct {
	Code     string // stable: "M6"
	Title    string // lower case, without a full stop: "absolute words give the key away"
	Severity diag.Severity
	Strict   bool   // a note, or too often wrong: looked for with Options.Strict only
	Risk     string // of a false alarm: "none", "low", "med" or "high"
	Language string // "en" where the rule reads English, "" where it reads any language

	Why           string // why it matters, in whole sentences
	Before, After string // a prompt, or a piece of one, that trips the rule; mended
	Source        string // who says so

	run func(*reading) // nil where another package looks: S1, S2, S3, S5, L1
}

// Options say what Run looks for.
type Options struct {
	Strict bool // run the strict rules as well
}

// Named finds a rule by its code, whatever its case; nil if there is none.
func Named(code string) *Rule {
	for i := range Rules {
		if strings.EqualFold(Rules[i].Code, code) {
			return &Rules[i]
		}
	}
	return nil
}

// Run reads a lesson with all rules. What a rule finds lies inside the prompt
// it is about, or at the heading of the group or section whose prompts it is
// about together, where the author may silence it.
// On a lesson in another language than English the rules that read English are
// left out, and a note (code "language") says so.
func Run(l *lesson.Lesson, o Options, findings *diag.List) {
	r := read(l, findings)
	english := isEnglish(l.Meta.Lang)
	for i := range Rules {
		rule := &Rules[i]
		if rule.run == nil || rule.Strict && !o.Strict || rule.Language != "" && !english {
			continue
		}
		r.rule = rule
		rule.run(r)
	}
	if !english && len(r.all) > 0 {
		findings.Add(diag.Finding{
			Code: "language", Severity: diag.Note, At: r.start(),
			Message: fmt.Sprintf("the checks that read English were left out, as the lesson is in “%s”", l.Meta.Lang),
			Hint:    "Have a colleague read the questions for what those checks look for: quire check --explain lists them.",
		})
	}
}

// isEnglish reads a BCP 47 tag; none means English.
func isEnglish(tag string) bool {
	main, _, _ := strings.Cut(tag, "-")
	return main == "" || strings.EqualFold(main, "en")
}

// sectionHeading finds the first-level heading above a group: the words of the
// last line up to it that begins with one “#”. A group without a title of its
// own stands at that very heading.
func sectionHeading(group source.Span) source.Span {
	if group.IsZero() {
		return group
	}
	body := group.Text.Body
	for end := group.Start; end > 0; {
		start := strings.LastIndexByte(body[:end], '\n') + 1
		if strings.HasPrefix(body[start:], "# ") {
			title, _, _ := strings.Cut(body[start+2:], "\n")
			title, _, _ = strings.Cut(title, "{")
			title = strings.TrimRight(title, " #")
			return group.Text.Span(start+2, start+2+len(title))
		}
		end = start - 1
	}
	return group
}
