package cli

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"quire/internal/build"
	"quire/internal/check"
	"quire/internal/diag"
)

// summary says what was checked, what was found, and what is worth doing first,
// a line each.
func summary(b *build.Built) []string {
	var out []string
	if c := b.Checked; c != (build.Checked{}) {
		out = append(out, fmt.Sprintf("checked %s, %s, %s", count(c.Prompts, "prompt"), count(c.Passages, "passage"), count(c.Quotations, "quotation")))
	}
	found := counts(b.Findings)
	if n := len(b.Silenced); n > 0 {
		found += fmt.Sprintf("; %d silenced", n)
	}
	if b.Hidden > 0 {
		found += fmt.Sprintf("; %d more with --strict", b.Hidden)
	}
	out = append(out, found)
	if f := first(b.Findings); f != "" {
		out = append(out, "first: "+f)
	}
	return out
}

// counts sums findings up: "2 errors, 1 warning", or "no findings".
func counts(findings []diag.Finding) string {
	var parts []string
	for _, s := range []diag.Severity{diag.Error, diag.Warning, diag.Note} {
		if n := diag.Count(findings, s); n > 0 {
			parts = append(parts, count(n, s.String()))
		}
	}
	if parts == nil {
		return "no findings"
	}
	return strings.Join(parts, ", ")
}

// first names what is worth doing first: errors, which stop every build; else
// of the severest findings the check that is most likely right and then the one
// that found most, as one habit mended mends them all.
func first(findings []diag.Finding) string {
	if len(findings) == 0 {
		return ""
	}
	worst := slices.MaxFunc(findings, func(a, b diag.Finding) int { return cmp.Compare(a.Severity, b.Severity) }).Severity
	groups := map[string][]diag.Finding{}
	var codes []string
	for _, f := range findings {
		if f.Severity != worst {
			continue
		}
		if groups[f.Code] == nil {
			codes = append(codes, f.Code)
		}
		groups[f.Code] = append(groups[f.Code], f)
	}
	n := diag.Count(findings, worst)
	if worst == diag.Error {
		return fmt.Sprintf("mend %s, for nothing is built before; begin at %s", theErrors(n), placeOf(groups[codes[0]][0]))
	}
	best := slices.MinFunc(codes, func(a, b string) int {
		return cmp.Or(cmp.Compare(doubt(a), doubt(b)), cmp.Compare(len(groups[b]), len(groups[a])))
	})
	group := groups[best]
	what := best
	if r := check.Named(best); r != nil {
		what = fmt.Sprintf("%s, %s (quire check --explain %s)", r.Code, r.Title, r.Code)
	}
	if len(group) == 1 {
		return fmt.Sprintf("%s, at %s", diag.Visible(what), placeOf(group[0]))
	}
	return fmt.Sprintf("%s: %s, from %s on", diag.Visible(what), places(len(group)), placeOf(group[0]))
}

func theErrors(n int) string {
	if n == 1 {
		return "the error"
	}
	return fmt.Sprintf("the %d errors", n)
}

func places(n int) string { return count(n, "place") }

// doubt orders codes by how often they are wrong. What is no rule is a mistake
// in the lesson's text.
func doubt(code string) int {
	r := check.Named(code)
	if r == nil {
		return 0
	}
	return slices.Index([]string{"none", "low", "med", "high"}, r.Risk)
}

func placeOf(f diag.Finding) string {
	if f.At.IsZero() {
		return "what has no line"
	}
	line, column := f.At.Text.Position(f.At.Start)
	return fmt.Sprintf("%s:%d:%d", diag.Visible(f.At.Text.Name), line, column)
}
