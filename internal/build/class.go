package build

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"quire/internal/compose"
	"quire/internal/diag"
	"quire/internal/face"
	"quire/internal/form"
	"quire/internal/lesson"
	"quire/internal/roster"
	"quire/internal/typeset"

	"golang.org/x/text/unicode/norm"
)

// A student is one of the class with what their copy is to be.
type student struct {
	roster.Student
	label  string   // for bookmarks: no other student has it
	called []string // where room is scarce, the longest first: see roster.Called
	place  int      // in the list, from 1
	variant
}

// A variant is a way to set the worksheet: students who share it share its pages.
type variant struct {
	form    form.Form
	aids    compose.Aids
	edition string
	paper   string
}

// checkClass refuses what doesn't go together.
func (r Request) checkClass() error {
	switch {
	case r.Class == "" && r.Circles:
		return misuse("--circles seats a class in two circles: add --class FILE with the class list")
	case r.Class == "" && (r.Seats != "" || r.Sort != "" || r.Separate || r.Shard != ""):
		return misuse("--seats, --sort, --separate and --shard go with a class list: add --class FILE")
	case r.Class != "" && len(r.Editions) > 1:
		return misuse("with a class list, --edition names one edition, for those whose row says none")
	case r.Class != "" && r.As == "md":
		return misuse("a class's copies are PDF: leave out --as md")
	case r.Shuffle != "" && r.Shuffle != shuffleItems:
		return misuse("--shuffle takes %q, not %q: options are always shuffled", shuffleItems, r.Shuffle)
	case r.Sort != "" && !slices.Contains(sortings, r.Sort):
		return misuse("copies are sorted by %s, not by %q", strings.Join(sortings, ", "), r.Sort)
	}
	return nil
}

var sortings = []string{"list", "name", "group", "form"}

// shard reads "2/8"; without one all is one part.
func shard(s string) (part, parts int, err error) {
	if s == "" {
		return 1, 1, nil
	}
	a, b, ok := strings.Cut(s, "/")
	part, err = strconv.Atoi(a)
	if ok && err == nil {
		parts, err = strconv.Atoi(b)
	}
	if !ok || err != nil || part < 1 || parts < part || parts > mostParts {
		return 0, 0, misuse("--shard takes a part and how many there are, such as 2/8, not %q", s)
	}
	return part, parts, nil
}

// mostParts is how many parts a class may be printed in.
const mostParts = 10_000

// students reads the class list, deals the forms and puts everybody in order.
// Without copies nobody hears what is wrong with these: that neighbours share a
// form, that an aid isn't there. Nil without an error means that findings stopped
// it.
func (o *order) students(l *lesson.Lesson, copies bool, findings *diag.List) ([]student, *roster.Class, error) {
	raw, err := readFile(o.Class)
	if err != nil {
		return nil, nil, err
	}
	class, err := roster.Read(o.Class, raw, findings)
	if err != nil {
		return nil, nil, err
	}
	var seats *roster.Seats
	if o.Seats != "" {
		if raw, err = readFile(o.Seats); err != nil {
			return nil, nil, err
		}
		if seats, err = roster.ReadSeats(o.Seats, raw, class, findings); err != nil {
			return nil, nil, err
		}
	}
	if findings.Stops() {
		return nil, nil, nil
	}
	about := findings
	if !copies {
		about = &diag.List{}
	}
	var dealt []string
	if o.names == nil {
		dealt = roster.Each(class)
	} else {
		dealt = roster.Deal(class, seats, o.names, about)
	}
	labels, called := class.Labels(), class.Called()
	all := make([]student, len(class.Students))
	for i, s := range class.Students {
		all[i] = student{Student: s, label: labels[i], called: called[i], place: i + 1, variant: o.variantOf(l, s, dealt[i])}
		o.checkName(&all[i], findings)
	}
	o.checkPapers(all, about)
	checkAids(l, all, about)
	o.sort(all)
	return all, class, nil
}

func (o *order) variantOf(l *lesson.Lesson, s roster.Student, name string) variant {
	f := o.forms(l, []string{name})[0]
	f.Fewer = s.FewerOptions
	return variant{
		form: f,
		aids: compose.Aids{
			Hints: s.Hints, Starters: s.Starters, WordBank: s.WordBank, Glosses: s.Glosses,
			Room: compose.Room{Percent: s.Extra.Percent, Lines: s.Extra.Lines},
		},
		edition: cmp.Or(s.Edition, o.editions[0].Name),
		paper:   cmp.Or(s.Paper, o.paper.Name),
	}
}

// checkName looks whether the face of a name's line has its characters. A name
// that can't be printed whole is left to its student to write.
func (o *order) checkName(s *student, findings *diag.List) {
	for _, r := range norm.NFC.String(s.Name) {
		if o.faces.Has(face.Sans, r) {
			continue
		}
		findings.Warn("C10", s.At, fmt.Sprintf("row %d: the name %s can't be printed (no face has %s, U+%04X), so its line is left empty", s.Row, diag.Visible(s.Name), diag.Visible(string(r)), r),
			"Let the student write it, or write it in Latin letters in the list.")
		s.Name = ""
		return
	}
}

// checkPapers holds a packet to one size of paper.
func (o *order) checkPapers(all []student, findings *diag.List) {
	if o.Separate {
		return
	}
	paper := o.paper.Name
	for i := range all {
		if all[i].paper == paper {
			continue
		}
		findings.Warn("C11", all[i].At, fmt.Sprintf("row %d asks for %s, and a packet has one size of paper: this copy is set on %s too", all[i].Row, all[i].paper, paper),
			"Add --separate for a file each, or --paper for all.")
		all[i].paper = paper
	}
}

// checkAids reports aids that students are to get and the lesson doesn't have.
func checkAids(l *lesson.Lesson, all []student, findings *diag.List) {
	items := l.Section("Worksheet").Items()
	for _, a := range []struct {
		what, write string
		wanted      func(compose.Aids) bool
		there       bool
	}{
		{"a word bank", "Write **Word bank:** under a prompt.", func(a compose.Aids) bool { return a.WordBank }, false},
		{"sentence starters", "Write **Starter:** under a prompt.", func(a compose.Aids) bool { return a.Starters }, false},
		{"hints", "Write **Hint:** under a prompt.", func(a compose.Aids) bool { return a.Hints }, false},
		{"glosses", "Write a section # Words.", func(a compose.Aids) bool { return a.Glosses }, len(l.Words) > 0},
	} {
		for _, it := range items {
			probe := compose.Aids{Hints: len(it.Help.Hint) > 0, Starters: len(it.Help.Starter) > 0, WordBank: len(it.Help.WordBank) > 0}
			a.there = a.there || a.wanted(probe)
		}
		var rows []string
		first := diag.Finding{}
		for _, s := range all {
			if a.wanted(s.aids) {
				if rows == nil {
					first.At = s.At
				}
				rows = append(rows, strconv.Itoa(s.Row))
			}
		}
		if a.there || rows == nil {
			continue
		}
		findings.Warn("C12", first.At, fmt.Sprintf("%s should get %s (row %s), and the lesson has none", diag.Counted(len(rows), "student"), a.what, strings.Join(rows, ", ")), a.write)
	}
}

// sort puts the copies in the order that was asked for; who is equal stays in
// the list's order.
func (o *order) sort(all []student) {
	key := map[string]func(student) string{
		"name":  func(s student) string { return s.Filed },
		"group": func(s student) string { return s.Group },
		"form":  func(s student) string { return s.form.Code() },
	}[o.Sort]
	if key != nil {
		slices.SortStableFunc(all, func(a, b student) int { return cmp.Compare(key(a), key(b)) })
	}
}

// formsOf are the forms that a class uses, in order, each once.
func formsOf(all []student) []form.Form {
	var out []form.Form
	for _, s := range all {
		if !slices.Contains(out, s.form) {
			out = append(out, s.form)
		}
	}
	slices.SortFunc(out, func(a, b form.Form) int { return cmp.Compare(a.Code(), b.Code()) })
	return out
}

// paperNamed finds a size of paper; none is Letter.
func paperNamed(name string) (typeset.Paper, bool) {
	switch name {
	case "", "letter":
		return typeset.Letter, true
	case "a4":
		return typeset.A4, true
	}
	return typeset.Paper{}, false
}
