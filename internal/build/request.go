// Package build takes a request through all stages to files: it finds lessons,
// reads their essays, ties, composes, sets and writes. Everything else in
// Quire works in memory; this is the package that touches the disk.
package build

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"quire/internal/diag"
	"quire/internal/face"
	"quire/internal/lesson"
	"quire/internal/overview"
	"quire/internal/typeset"
)

// Request says what is asked for. The zero value of each field is the usual.
type Request struct {
	Targets    []string // lesson folders, names of lessons in the program, essay files; none: what is here
	Essay      string   // file of the essay's text, for one lesson
	Text       string   // which text of an essay's file that holds several: its number, or words of its title
	Out        string   // folder for the output; "out" if empty
	Only       []string // names of documents; none: all that the lesson has matter for
	Debrief    bool     // add the documents for after the talk
	As         string   // "pdf", "md" or "": as each document usually is
	Paper      string   // "letter" or "a4"; letter if empty
	Editions   []string // names of editions; none: the standard one
	Sides      int      // of the paper that are printed on, 1 or 2; 2 if zero
	Minutes    int      // of the seminar; the lesson's own if 0
	Format     string   // of the seminar; the lesson's own if empty
	PrintEssay bool     // print the essay's text though it is restricted
	Strict     bool     // show notes too, and what is often a false alarm
	Seed       string   // of the forms; the lesson's own if empty
	Forms      []string // names of forms, or one number of them, or "each" for one a student; none: see formNames
	Shuffle    string   // "questions": shuffle these too
	Class      string   // file of the class list: a copy for each of its students
	Seats      string   // file of who sits where, with a class list
	Sort       string   // the order of a class's copies: "" as listed, "name", "group" or "form"
	Circles    bool     // deal the class into two circles too
	Separate   bool     // a file for each student
	Shard      string   // "2/8": the second of eight parts of the class

	// Progress, if any, is told how many copies of how many are written.
	Progress func(done, total int)
	Date     time.Time
}

// Built says what became of one target.
type Built struct {
	Name     string // of the lesson or the essay
	Typed    string // how it is named on the command line
	Title    string
	Essay    *EssayRead  // nil if the text is not at hand
	Copy     lesson.Copy // how it compares with the lock
	Files    []File      // written, in order; none if findings stopped it
	Skipped  []string    // documents that it has no matter for, with why
	Advice   []string    // what was not done, and the flag that does it
	Findings []diag.Finding

	Checked  Checked
	Silenced []Silenced         // in the order of findings
	Hidden   int                // findings that Request.Strict would show
	Overview *overview.Overview // nil of an essay file alone, or of what can't be read

	lesson *lesson.Lesson
}

// Stopped says that findings kept the target from being built.
func (b *Built) Stopped() bool { return diag.Stops(b.Findings) }

// File is a document that was written (or would have been, for a check).
// Pages is 0 for Markdown.
type File struct {
	Path  string
	Pages int
}

// Sheets is the number of sheets of paper, printed on both sides.
func (f File) Sheets() int { return (f.Pages + 1) / 2 }

// Misuse is an error in what was asked for, not in what was found. Choices are
// what could have been asked for, if it helps to see them.
type Misuse struct {
	message string
	Choices []string
}

func (m *Misuse) Error() string { return m.message }

func misuse(format string, args ...any) error {
	return &Misuse{message: fmt.Sprintf(format, args...)}
}

// AsMisuse gives the Misuse that an error is, nil if it is none.
func AsMisuse(err error) *Misuse {
	var m *Misuse
	errors.As(err, &m)
	return m
}

// epoch dates files whose lesson has no date, so that the same inputs give the
// same bytes.
var epoch = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// An order is a request with its defaults filled in.
type order struct {
	Request
	paper    typeset.Paper
	editions []typeset.Edition
	faces    *face.Set
	names    []string // of the forms; nil for one for each student

	part, parts int // which part of a class is printed, of how many; 1 of 1 is all
}

func (r Request) order() (*order, error) {
	o := &order{Request: r, faces: face.NewSet()}
	if o.Out == "" {
		o.Out = "out"
	}
	var known bool
	if o.paper, known = paperNamed(r.Paper); !known {
		return nil, misuse("there is no paper %q: letter or a4", r.Paper)
	}
	if r.Sides != 0 && r.Sides != 1 && r.Sides != 2 {
		return nil, misuse("paper has 1 side or 2 sides to print on, not %d", r.Sides)
	}
	var err error
	if o.editions, err = pickEditions(r.Editions); err != nil {
		return nil, err
	}
	if o.names, err = r.formNames(); err != nil {
		return nil, err
	}
	o.Circles = r.Circles || slices.Contains(r.Only, circlesName)
	if err := o.checkClass(); err != nil {
		return nil, err
	}
	if r.Minutes != 0 {
		if err := CheckMinutes(r.Minutes); err != nil {
			return nil, err
		}
	}
	if o.part, o.parts, err = shard(r.Shard); err != nil {
		return nil, err
	}
	if r.As != "" && r.As != "pdf" && r.As != "md" {
		return nil, misuse("documents come as pdf or md, not as %q", r.As)
	}
	return o, nil
}
