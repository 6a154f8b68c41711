package markup

import (
	"slices"
	"strings"

	"quire/internal/diag"
)

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
	return "", 0, diag.Nearest(key, FieldNames())
}

// A saying is how authors who don't know the labels name what only a teacher
// sees: by a word at the end ("sample answer"), with one of some others before
// it where it takes them.
type saying struct {
	label string // as it is to be written
	ends  []string
	with  []string
}

var sayings = []saying{
	{"Teacher note", []string{"note", "notes", "tip", "tips", "only", "eyes"}, []string{"teacher", "teachers", "instructor", "leader", "facilitator"}},
	{"Teacher note", []string{"teacher", "teachers", "instructor", "leader", "facilitator"}, []string{"note", "notes", "tip", "tips", "only"}},
	{"Answer", []string{"answer", "answers", "solution", "solutions", "key"}, nil},
	{"Model 4", []string{"paragraph", "response", "essay", "sentence"}, []string{"model"}},
	{"Rubric", []string{"rubric", "rubrics"}, nil},
	{"Accept", []string{"accept", "acceptable"}, nil},
	{"Reject", []string{"reject", "unacceptable"}, nil},
	{"Correction", []string{"correction", "corrections"}, nil},
	{"Misreading", []string{"misreading", "misreadings", "misconception", "misconceptions"}, nil},
	{"Listen for", []string{"for"}, []string{"listen"}},
	{"Probes", []string{"probe", "probes"}, nil},
}

// keyLabel gives the label that is meant by words such as "Sample answer" or
// "Note to the teacher", "" if they mean none. "Your answer" is for students.
func keyLabel(words string) string {
	words, _, _ = strings.Cut(strings.ReplaceAll(strings.ToLower(words), "’", "'"), "(")
	all := strings.Fields(strings.NewReplacer("'s", "", "s'", "s").Replace(words))
	if len(all) == 0 || len(all) > 5 || slices.Contains(all, "your") || slices.Contains(all, "my") {
		return ""
	}
	last := all[len(all)-1]
	has := func(w string) bool { return slices.Contains(all, w) }
	for _, s := range sayings {
		if slices.Contains(s.ends, last) && (s.with == nil || slices.ContainsFunc(s.with, has)) {
			return s.label
		}
	}
	if all[0] == "answers" {
		return "Answer"
	}
	return ""
}

// typedAnswers are the words before "answer" that leave no doubt whose it is.
var typedAnswers = []string{"answer", "answers", "correct", "right", "sample", "model", "possible", "suggested", "expected", "teacher", "teacher's", "teacher’s", "note", "notes"}

// plainKeyLabel is keyLabel for words that aren't bold, of which a sentence may
// be made ("Mark the best answer: …"): only what can hardly be one counts.
func plainKeyLabel(words string) string {
	all := strings.Fields(strings.ToLower(words))
	if len(all) == 0 || len(all) > 4 || !slices.Contains(typedAnswers, all[0]) {
		return ""
	}
	return keyLabel(words)
}
