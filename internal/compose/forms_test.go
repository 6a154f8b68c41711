package compose

import (
	"slices"
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/form"
	"quire/internal/lesson"
	"quire/internal/question"
)

func formsOf(seed string, questions bool, names ...string) []form.Form {
	var out []form.Form
	for _, n := range names {
		out = append(out, form.Form{Name: n, Seed: seed, Questions: questions})
	}
	return out
}

func keyOf(t *testing.T, l *lesson.Lesson, forms []form.Form) *document.Document {
	t.Helper()
	var findings diag.List
	return Compose(Request{Lesson: l, Form: forms[0], Forms: forms, Template: template(t, "key"), PrintEssay: l.Essay != nil}, &findings)
}

// TestKeyOfForms reads the key of several forms as a teacher would, for a few
// forms and for many, shuffled or not.
func TestKeyOfForms(t *testing.T) {
	l := printed(t)
	many := []string{"A", "B", "C", "D", "E", "F"}
	for name, forms := range map[string][]form.Form{
		"three": formsOf("s", false, many[:3]...), "three-shuffled": formsOf("s", true, many[:3]...),
		"six": formsOf("s", false, many...), "six-shuffled": formsOf("s", true, many...),
	} {
		golden(t, "key-forms-"+name+".txt", outline(keyOf(t, l, forms)))
	}
}

// TestFormItemsAgreeWithSheets holds the list that machines read against the
// sheets: each item's question stands at its position, and the option that its
// key names is the right one.
func TestFormItemsAgreeWithSheets(t *testing.T) {
	l := printed(t)
	checked := 0
	for _, questions := range []bool{false, true} {
		forms := formsOf("seed", questions, "A", "B", "C")
		rows := FormItems(l, forms)
		for _, f := range forms {
			sheet := sheetPrompts(t, l, f)
			for _, r := range rows {
				if r.Form != f.Name {
					continue
				}
				p, ok := sheet[r.Position]
				if !ok {
					t.Fatalf("form %s has no question %d", f.Name, r.Position)
				}
				it := itemNamed(t, l, r.Item)
				if got, want := document.PlainBlocks(p.Blocks), strings.TrimSpace(document.PlainBlocks(it.Stem)); !strings.Contains(got, want) {
					t.Errorf("form %s, question %d is %q, and %s asks %q", f.Name, r.Position, got, r.Item, want)
				}
				c, ok := it.Responses[0].(question.Choice)
				if !ok || c.Several || len(it.Responses) > 1 {
					continue
				}
				checked++
				i := slices.IndexFunc(c.Options, func(o question.Option) bool { return o.Right })
				if got, want := printedOption(p, r.Key), document.Plain(c.Options[i].Text); got != want {
					t.Errorf("form %s, question %d: %s is %q, and right is %q", f.Name, r.Position, r.Key, got, want)
				}
			}
		}
	}
	if checked < 6 {
		t.Errorf("only %d choices were looked at", checked)
	}
}

// sheetPrompts gives the prompts of the worksheet in a form, by their numbers.
func sheetPrompts(t *testing.T, l *lesson.Lesson, f form.Form) map[int]document.Prompt {
	t.Helper()
	var findings diag.List
	d := Compose(Request{Lesson: l, Form: f, Template: template(t, "worksheet"), PrintEssay: true}, &findings)
	out := map[int]document.Prompt{}
	for _, b := range d.Blocks {
		if p, ok := b.(document.Prompt); ok && p.Number > 0 {
			out[p.Number] = p
		}
	}
	return out
}

func itemNamed(t *testing.T, l *lesson.Lesson, id string) *question.Item {
	t.Helper()
	for _, it := range l.Section("Worksheet").Items() {
		if it.ID == id {
			return it
		}
	}
	t.Fatalf("there is no item %s", id)
	return nil
}

// printedOption gives the words of the option with a letter.
func printedOption(p document.Prompt, letter string) string {
	for _, b := range p.Blocks {
		if o, ok := b.(document.Options); ok {
			for _, i := range o.Items {
				if i.Label == letter {
					return document.Plain(i.Text)
				}
			}
		}
	}
	return ""
}
