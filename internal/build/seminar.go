package build

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"quire/internal/compose"
	"quire/internal/diag"
	"quire/internal/lesson"
	"quire/internal/question"
	"quire/templates"
)

// Minutes that a seminar may be asked to last.
const leastMinutes, mostMinutes = 15, 240

// CheckMinutes says that a seminar can't last so long.
func CheckMinutes(n int) error {
	if n < leastMinutes || n > mostMinutes {
		return misuse("a seminar lasts from %d to %d minutes, not %d", leastMinutes, mostMinutes, n)
	}
	return nil
}

// readFormats reads the program's formats, and a lesson's own.
func readFormats(t *target, findings *diag.List) ([]*compose.Format, error) {
	ours, err := fs.Sub(templates.FS, "formats")
	if err != nil {
		return nil, err
	}
	own, where, err := ownFolder(t, "templates/formats")
	if err != nil {
		return nil, err
	}
	return compose.ReadFormats(ours, own, where, findings)
}

// agenda puts the seminar into the format that is asked for, else the lesson's,
// else the usual one. Nil without an error means that findings stopped it: what
// is wrong in a format of the lesson's own comes before its not fitting.
func (o *order) agenda(t *target, l *lesson.Lesson, b *Built, findings *diag.List) (*compose.Agenda, error) {
	before := findings.Count(diag.Error)
	formats, err := readFormats(t, findings)
	if err != nil {
		return nil, err
	}
	broken := findings.Count(diag.Error) > before
	if len(l.Section("Seminar").Items()) == 0 {
		if t.fsys != nil && (o.Format != "" || o.Minutes != 0) {
			b.Advice = append(b.Advice, "the lesson has no seminar, so --format and --minutes change nothing")
		}
		a, _ := compose.NewAgenda(l, nil, o.Minutes)
		return a, nil
	}
	name := cmp.Or(o.Format, l.Meta.Format, usualFormat(l))
	var names []string
	for _, f := range formats {
		names = append(names, f.Name)
	}
	i := slices.Index(names, name)
	if i < 0 {
		switch {
		case o.Format == "":
			hint := "The formats are " + strings.Join(names, ", ") + "."
			if near := diag.Nearest(name, names); near != "" {
				hint = "Did you mean " + near + "?"
			}
			findings.Error("format", l.Meta.FormatAt, fmt.Sprintf("there is no format %q", name), hint)
			return nil, nil
		case broken:
			return nil, nil
		}
		return nil, noSuch("format", name, names)
	}
	a, misfit := compose.NewAgenda(l, formats[i], o.Minutes)
	switch {
	case misfit == nil:
		return a, nil
	case broken:
		return nil, nil
	case o.Format != "":
		hint := misfit.Hint
		if misfit.Controversy {
			hint += withControversy()
		}
		return nil, misuse("%s: %s. %s", t.name, misfit.Message, hint)
	}
	findings.Error("format", l.Meta.FormatAt, misfit.Message, misfit.Hint)
	return nil, nil
}

// usualFormat is that of a lesson that names none.
func usualFormat(l *lesson.Lesson) string {
	for _, it := range l.Section("Seminar").Items() {
		if !it.Controversial() {
			return compose.Usual
		}
	}
	return "sac"
}

// withControversy names the lessons in the program that have a controversy.
func withControversy() string {
	var names []string
	for _, n := range ProgramLessons() {
		t := programLesson(n)
		d, err := lesson.Read(t.fsys, t.name, t.where, &diag.List{})
		if err != nil || d == nil {
			continue
		}
		l := d.Resolve(nil, lesson.Options{}, &diag.List{})
		if slices.ContainsFunc(l.Section("Seminar").Items(), (*question.Item).Controversial) {
			names = append(names, n)
		}
	}
	switch n := len(names) - 1; {
	case n < 0:
		return ""
	case n == 0:
		return " Of the lessons that come with Quire, " + names[0] + " has one."
	default:
		return " Of the lessons that come with Quire, " + strings.Join(names[:n], ", ") + " and " + names[n] + " have one."
	}
}

// leftOut says which questions there is no time for, and which the format
// doesn't ask, where the guide is made.
func leftOut(a *compose.Agenda, picked []*compose.Template) []string {
	if a.Format == nil || !slices.ContainsFunc(picked, func(t *compose.Template) bool { return t.Calls("clock") }) {
		return nil
	}
	var out []string
	second, short := parted(a.Left)
	if short != nil {
		out = append(out, fmt.Sprintf("%d minutes are too short for %s (%s): the guide marks them “if time allows”", a.Minutes, diag.Counted(len(short), "question"), namesOf(short)))
	}
	if second != nil {
		out = append(out, fmt.Sprintf("a seminar takes one controversy, so the guide marks “if time allows”: %s; keep=yes at one takes that one", namesOf(second)))
	}
	sides, others := parted(a.Unasked)
	if sides != nil {
		out = append(out, fmt.Sprintf("the seminar's controversy (%s) stays out of a %s guide: --format sac makes the seminar of it", namesOf(sides), a.Format.Name))
	}
	if others != nil {
		stay := "stay"
		if len(others) == 1 {
			stay = "stays"
		}
		out = append(out, fmt.Sprintf("%s of the seminar %s out of a %s guide", diag.Counted(len(others), "question"), stay, a.Format.Name))
	}
	return out
}

// parted takes controversies out of questions.
func parted(items []*question.Item) (controversies, others []*question.Item) {
	for _, it := range items {
		if it.Controversial() {
			controversies = append(controversies, it)
		} else {
			others = append(others, it)
		}
	}
	return controversies, others
}

// mostNamed is how many questions one line names.
const mostNamed = 10

func namesOf(items []*question.Item) string {
	var names []string
	for i, it := range items {
		if i == mostNamed {
			names = append(names, fmt.Sprintf("and %d more", len(items)-mostNamed))
			break
		}
		names = append(names, "“"+it.Name+"”")
	}
	return strings.Join(names, ", ")
}
