package question

import (
	"runtime"
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/markup"
	"quire/internal/source"
)

// A long prompt takes no more than its length calls for: a few hundred bytes of
// memory for each of its own, where copying over and over would take thousands.
func TestHostileSizes(t *testing.T) {
	const size = 64 << 10
	repeat := func(s string) string { return strings.Repeat(s, size/len(s)) }
	for name, src := range map[string]string{
		"options":  "### Q?\n\n" + repeat("- [ ] a\n  - b\n"),
		"parts":    "### Q? {.two-part}\n\n" + repeat("#### Part A\n\n**In:** b\n\n"),
		"fields":   "### Q?\n\n" + repeat("**In:** b\n\n"),
		"models":   "### Q?\n\n" + repeat("**Model 4:** b\n\n"),
		"steps":    "### Q? {.ordering}\n\n" + repeat("1. a\n"),
		"rows":     "### Q? {.matching}\n\n| a | b |\n|---|---|\n" + strings.Repeat("| a | b |\n", 1000),
		"cells":    "### Q? {.evidence-audit}\n\n| a | b |\n|---|---|\n" + strings.Repeat("| a | [[b]] |\n", 900),
		"boxes":    "### Q? {.organizer form=argument-map}\n\n- Claim: [[a]]\n" + repeat("  - Reason: [[b]]\n"),
		"answers":  "### Q? {.counterargument}\n\n**Answer:**\n\n" + repeat("- Objection: b\n"),
		"sides":    "### Q? {.controversy}\n\n**For:**\n\n" + repeat("- b\n"),
		"gaps":     "### Q?\n\n" + repeat("[[a]] b\n\n"),
		"extras":   "### Q?\n\n" + strings.Repeat("[[a]] b ", 400) + "\n\n**Extra:** " + strings.Repeat("c, ", 1<<12),
		"accepted": "### Q?\n\n" + strings.Repeat("[[a]] b ", 400) + "\n\n**Accept:**\n\n" + strings.Repeat("- 1: c\n", 1<<13),
	} {
		t.Run(name, func(t *testing.T) {
			text, err := source.New("lesson.md", []byte(src))
			if err != nil {
				t.Fatal(err)
			}
			var findings diag.List
			file := markup.Parse(text, &findings)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			it := Read(file.Sections[0], nil, "Worksheet", &findings)
			it.Sheet.Student(nil)
			it.Key.Teacher(nil)
			it.Key.Short(nil)
			runtime.ReadMemStats(&after)
			each := (after.TotalAlloc - before.TotalAlloc) / uint64(len(src))
			t.Logf("%d bytes for each of %d", each, len(src))
			if each > 1000 {
				t.Errorf("%d bytes for each of %d", each, len(src))
			}
		})
	}
}
