package markup

import "strings"

// A label names a field. Labels are singular or plural, in either case.
type label struct {
	name  string // canonical
	other string // the other number, or a second way to write it
}

// labels are the fields there are.
var labels = []label{
	{"answer", "answers"},
	{"accept", "accepts"},
	{"reject", "rejects"},
	{"reason", "reasons"},
	{"correction", "corrections"},
	{"extra", "extras"},
	{"supports", "support"},
	{"sense", "senses"},
	{"in", ""},
	{"symbols", "symbol"},
	{"model", "models"},
	{"rubric", "rubrics"},
	{"criteria", "criterion"},
	{"proposition", "propositions"},
	{"for", ""},
	{"against", ""},
	{"restate", ""},
	{"positions", "position"},
	{"probes", "probe"},
	{"listen-for", "listen-fors"},
	{"misreading", "misreadings"},
	{"if-silent", ""},
	{"hint", "hints"},
	{"starter", "starters"},
	{"word-bank", "word-banks"},
	{"without-a-pen", ""},
	{"teacher-note", "teacher-notes"},
}

// FieldNames gives the canonical names of all fields.
func FieldNames() []string {
	names := make([]string, len(labels))
	for i, l := range labels {
		names[i] = l.name
	}
	return names
}

// spelled gives a field's name as authors write it: "If silent".
func spelled(name string) string { return capital(strings.ReplaceAll(name, "-", " ")) }

// readLabel finds the field that words name ("Model 4", "probe"), with the
// number after it. Near is the known name closest to words that name none.
func readLabel(words string) (name string, number int, near string) {
	words = strings.ToLower(strings.Join(strings.Fields(words), " "))
	if i := len(words) - 2; i > 0 && words[i] == ' ' && words[i+1] >= '1' && words[i+1] <= '9' {
		words, number = words[:i], int(words[i+1]-'0')
	}
	key := strings.ReplaceAll(words, " ", "-")
	for _, l := range labels {
		if (key == l.name || l.other != "" && key == l.other) && (number == 0 || l.name == "model") {
			return l.name, number, ""
		}
	}
	return "", 0, Nearest(key, FieldNames())
}
