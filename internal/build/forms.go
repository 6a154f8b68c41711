package build

import (
	"encoding/json"
	"io"
	"slices"
	"strconv"
	"strings"

	"quire/internal/compose"
	"quire/internal/form"
	"quire/internal/lesson"
	"quire/internal/roster"
)

const (
	mostForms    = 200
	longestForm  = 8 // characters of a form's name
	usualForm    = "A"
	eachForm     = "each"
	shuffleItems = "questions"
)

// formNames reads what was asked for: names, or one number for A, B, C and so
// on. None means form A, or for a class two forms, so that neighbours differ.
func (r Request) formNames() ([]string, error) {
	switch {
	case len(r.Forms) == 0 && r.Class != "":
		return []string{"A", "B"}, nil
	case len(r.Forms) == 0:
		return []string{usualForm}, nil
	case len(r.Forms) == 1 && strings.EqualFold(r.Forms[0], eachForm):
		if r.Class == "" {
			return nil, misuse("--forms each gives every student a form of their own: add --class FILE with the class list")
		}
		return nil, nil
	}
	if n, err := strconv.Atoi(r.Forms[0]); err == nil && len(r.Forms) == 1 {
		if n < 1 || n > mostForms {
			return nil, misuse("there can be 1 to %d forms, not %d", mostForms, n)
		}
		names := make([]string, n)
		for i := range names {
			names[i] = letters(i)
		}
		return names, nil
	}
	var names []string
	for _, f := range r.Forms {
		f = strings.TrimSpace(f)
		switch {
		case f == "" || len(f) > longestForm || strings.Trim(f, formCharacters) != "":
			return nil, misuse("a form is called by up to %d letters and figures, and %q isn't: --forms A,B,C", longestForm, f)
		case slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, f) }):
			return nil, misuse("there are two forms %s", f)
		}
		names = append(names, f)
	}
	if len(names) > mostForms {
		return nil, misuse("there can be 1 to %d forms, not %d", mostForms, len(names))
	}
	return names, nil
}

const formCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

// letters names the i-th form: A to Z, then AA.
func letters(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return letters(i/26-1) + letters(i%26)
}

// forms makes forms of a lesson by their names.
func (o *order) forms(l *lesson.Lesson, names []string) []form.Form {
	out := make([]form.Form, len(names))
	for i, n := range names {
		out[i] = form.Form{Name: n, Seed: l.Meta.Seed, Questions: o.Shuffle == shuffleItems}
	}
	return out
}

// machineFiles are the forms as programs read them: an item's position, answer
// and points in each form.
func machineFiles(l *lesson.Lesson, forms []form.Form) []output {
	rows := compose.FormItems(l, forms)
	return []output{
		{name: "forms.csv", write: func(w io.Writer) error { return writeFormsCSV(w, rows) }},
		{name: "forms.json", write: func(w io.Writer) error { return writeFormsJSON(w, rows) }},
	}
}

func writeFormsCSV(w io.Writer, rows []compose.FormItem) error {
	var b strings.Builder
	b.WriteString(roster.Line("form", "position", "item", "key", "points"))
	for _, r := range rows {
		b.WriteString(roster.Line(r.Form, strconv.Itoa(r.Position), r.Item, plainSpaces(r.Key), strconv.Itoa(r.Points)))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

type formItemJSON struct {
	Form     string `json:"form"`
	Position int    `json:"position"`
	Item     string `json:"item"`
	Key      string `json:"key,omitempty"` // none where the answer isn't a short one
	Points   int    `json:"points"`
}

func writeFormsJSON(w io.Writer, rows []compose.FormItem) error {
	out := make([]formItemJSON, len(rows))
	for i, r := range rows {
		out[i] = formItemJSON{Form: r.Form, Position: r.Position, Item: r.Item, Key: plainSpaces(r.Key), Points: r.Points}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(out)
}

// plainSpaces makes spaces of those that hold words together on paper.
func plainSpaces(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }
