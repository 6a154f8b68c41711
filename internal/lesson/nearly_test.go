package lesson

import (
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/document"
)

// A quotation that the lock file verified is taken as the copy has it, with a
// warning; without a lock, and where the copy says something else, it stops.
func TestNearQuotation(t *testing.T) {
	m := locked(t)
	body := bodyOf(ferry(t))
	const lockless, warned, stopped = "no lock", "S2 warning", "S2 error"
	for _, c := range []struct {
		name, old, new string
		finding, hint  string
		printed        string // in the key of the second prompt
	}{
		{"as it is", "", "", "", "", "The eleven people whom she sees"},
		{"spelt otherwise", "The eleven people whom", "The eleuen people, whome", warned, "It has “The eleuen people, whome she sees” in ¶3, and that is printed.", "The eleuen people, whome she sees"},
		{"other words", "The eleven people whom she sees", "All those whom she visits", stopped, "", ""},
		{lockless, "The eleven people whom", "The eleuen people, whome", stopped, "", ""},
	} {
		copied := essayOf(t, strings.Replace(body, c.old, c.new, 1))
		d, findings := read(t, m)
		if c.name == lockless {
			d.Lock = nil
		}
		l := d.Resolve(copied, Options{}, findings)
		got, hint := "", ""
		for _, f := range findings.Sorted() {
			if f.Code != "S2" {
				continue
			}
			got, hint = "S2 error", f.Hint
			if f.Severity == diag.Warning {
				got = "S2 warning"
			}
		}
		if got != c.finding || !strings.HasPrefix(hint, c.hint) {
			t.Errorf("%s: %q with %q, want %q with %q", c.name, got, hint, c.finding, c.hint)
		}
		var key string
		for _, s := range l.Sections {
			for _, it := range s.Items() {
				if it.Key != nil {
					key += document.PlainBlocks(it.Key.Teacher(nil))
				}
			}
		}
		if c.printed != "" && !strings.Contains(key, c.printed) {
			t.Errorf("%s: the key says %q, want %q in it", c.name, key, c.printed)
		}
	}
}

// The passage keeps its place in a copy that has its ends in slightly other words.
func TestNearPassage(t *testing.T) {
	m := locked(t)
	copied := essayOf(t, strings.Replace(bodyOf(ferry(t)), "Those who want it gone", "Tho∫e who vvant it gone", 1))
	d, findings := read(t, m)
	l := d.Resolve(copied, Options{}, findings)
	for _, f := range findings.Sorted() {
		if f.Code == "S3" && (f.Severity != diag.Warning || !strings.Contains(f.Hint, "¶2 “Tho∫e who vvant … needs.”")) {
			t.Errorf("%+v", f)
		}
	}
	for _, p := range l.Passages {
		if p.ID == "against" && p.Place.FirstParagraph == 2 {
			return
		}
	}
	t.Errorf("the passage is lost: %s", printed(t, findings))
}
