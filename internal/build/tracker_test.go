package build

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"quire/internal/typeset"
)

func talkFolder(t *testing.T) (lesson, list string) {
	t.Helper()
	lesson, list = classFolder(t)
	writeFiles(t, lesson, map[string]string{"lesson.md": aidLesson + aidSeminar})
	return lesson, list
}

func names(files []File) string {
	var out []string
	for _, f := range files {
		out = append(out, filepath.Base(f.Path))
	}
	return strings.Join(out, " ")
}

// TestTracker makes the tracker as it comes, with blank seats, and of a class.
func TestTracker(t *testing.T) {
	needTool(t, "pdftotext")
	lesson, list := talkFolder(t)
	for _, c := range []struct {
		r          Request
		want       string
		has, hasnt string
	}{
		{Request{}, "worksheet.pdf key.pdf guide.md handout.pdf exit-ticket.pdf tracker.pdf", "", "Qarla"},
		{Request{Class: list}, "packet.pdf packet-cover.pdf key.pdf guide.md handout.pdf exit-ticket.pdf tracker.pdf forms.csv forms.json", "Qavid Zobel", "blank"},
		{Request{Class: list, Only: []string{"tracker"}}, "tracker.pdf", "Qavid Zobel", "blank"},
		{Request{Class: list, Circles: true, Only: []string{"tracker"}}, "tracker.pdf circles.pdf", "Qavid Zobel", "blank"},
	} {
		c.r.Targets, c.r.Out = []string{lesson}, t.TempDir()
		built := mustBuild(t, c.r)
		if got := names(built.Files); got != c.want {
			t.Errorf("%+v wrote %s", c.r, got)
		}
		text := documentText(t, filepath.Join(c.r.Out, "lesson", "tracker.pdf"))
		if !strings.Contains(text, c.has) || strings.Contains(text, c.hasnt) {
			t.Errorf("%+v: the tracker says %s", c.r, text)
		}
	}
}

// What is wrong with a class's copies is said where there are copies.
func TestTrackerAloneIsQuiet(t *testing.T) {
	lesson, _ := talkFolder(t)
	dir := t.TempDir()
	writeFiles(t, dir, map[string]string{"class.csv": "Name,Form,Paper\nAna,A,a4\nBo,A,\nCy,Z,\n"})
	r := Request{Targets: []string{lesson}, Out: t.TempDir(), Class: filepath.Join(dir, "class.csv"), Only: []string{"tracker"}}
	for _, f := range mustBuild(t, r).Findings {
		if strings.HasPrefix(f.Code, "C") {
			t.Errorf("%s: %s", f.Code, f.Message)
		}
	}
	r.Only = nil
	if all, err := Build(context.Background(), r); err != nil || !all[0].Stopped() {
		t.Errorf("a form that isn't there doesn't stop the copies: %v", err)
	}
}

// TestTrackersAreSound sets trackers of small, odd, full and too large classes in
// every edition, on a page in the standard one, and checks the files.
func TestTrackersAreSound(t *testing.T) {
	needTool(t, "pdftotext")
	lesson, _ := talkFolder(t)
	dir := t.TempDir()
	for _, n := range []int{1, 7, 16, 36, 37} {
		list := "Name\n"
		for i := range n {
			list += fmt.Sprintf("Maximiliane%d von Hohenstein-Wittgenstein\n", i)
		}
		writeFiles(t, dir, map[string]string{"class.csv": list})
		for _, e := range typeset.Editions {
			for _, paper := range []string{"letter", "a4"} {
				built := mustBuild(t, Request{
					Targets: []string{lesson}, Out: t.TempDir(), Class: filepath.Join(dir, "class.csv"),
					Only: []string{"tracker", "circles"}, Editions: []string{e.Name}, Paper: paper,
				})
				for _, f := range built.Files {
					checkPDF(t, f.Path)
				}
				if f := built.Files[0]; e.Standard() && f.Pages != 1 {
					t.Errorf("%d students, %s: the tracker has %d pages", n, paper, f.Pages)
				}
			}
		}
	}
}

// TestCirclesAreTheSame for the same seed, whatever the order of the copies, and
// others for another.
func TestCirclesAreTheSame(t *testing.T) {
	lesson, list := talkFolder(t)
	read := func(r Request) string {
		r.Targets, r.Out, r.Class, r.Only = []string{lesson}, t.TempDir(), list, []string{"circles"}
		mustBuild(t, r)
		return documentTextOf(t, filepath.Join(r.Out, "lesson", "circles.pdf"))
	}
	first := read(Request{})
	if read(Request{}) != first || read(Request{Sort: "name"}) != first {
		t.Error("the circles differ from one run to the next")
	}
	if read(Request{Seed: "another"}) == first {
		t.Error("another seed makes the same circles")
	}
}

// TestShards prints a class in parts: every file has the bytes that it has when
// all are printed at once, and what the whole class shares is the same whichever
// part made it.
func TestShards(t *testing.T) {
	lesson, list := talkFolder(t)
	whole := t.TempDir()
	r := Request{
		Targets: []string{lesson}, Out: whole, Class: list, Separate: true, Forms: []string{"each"},
		Only: []string{"worksheet", "key", "tracker"}, Circles: true,
	}
	all := mustBuild(t, r)
	copies := 0
	for i := 1; i <= 3; i++ {
		r.Out, r.Shard = t.TempDir(), fmt.Sprintf("%d/3", i)
		for _, f := range mustBuild(t, r).Files {
			name, err := filepath.Rel(r.Out, f.Path)
			if err != nil {
				t.Fatal(err)
			}
			a, err := os.ReadFile(filepath.Join(whole, name))
			if err != nil {
				t.Fatal(err)
			}
			b, err := os.ReadFile(f.Path)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(a, b) {
				t.Errorf("part %d: %s has other bytes than in the whole", i, name)
			}
			if strings.Contains(name, "packet"+string(filepath.Separator)) {
				copies++
			}
		}
	}
	if got, want := names(all.Files[10:]), "packet-cover.pdf key.pdf tracker.pdf circles.pdf forms.csv forms.json"; copies != 10 || got != want {
		t.Errorf("%d copies in parts; the whole has %s", copies, got)
	}
}

// A packet's part has a cover sheet of its own students, under the part's name.
func TestPartsHaveTheirCovers(t *testing.T) {
	needTool(t, "pdftotext")
	lesson, list := talkFolder(t)
	out := t.TempDir()
	built := mustBuild(t, Request{Targets: []string{lesson}, Out: out, Class: list, Shard: "2/2", Only: []string{"worksheet"}})
	if got, want := names(built.Files[:2]), "packet-2-of-2.pdf packet-2-of-2-cover.pdf"; got != want {
		t.Errorf("wrote %s", got)
	}
	text := documentText(t, filepath.Join(out, "lesson", "packet-2-of-2-cover.pdf"))
	if !strings.Contains(text, "Part 2 of 2") || !strings.Contains(text, "Qavid Zobel") || strings.Contains(text, "Qarla Zefirova") {
		t.Errorf("the cover says %s", text)
	}
}

func TestCirclesNeedAClass(t *testing.T) {
	lesson, list := talkFolder(t)
	for _, c := range []struct {
		r    Request
		want string
	}{
		{Request{Circles: true}, "--circles seats a class in two circles: add --class FILE with the class list"},
		{Request{Only: []string{"circles"}}, "--circles seats a class in two circles: add --class FILE with the class list"},
		{Request{Only: []string{"cover"}, Class: list}, "the cover sheet comes with the packet: write --only worksheet"},
	} {
		c.r.Targets, c.r.Out = []string{lesson}, t.TempDir()
		_, err := Build(context.Background(), c.r)
		if AsMisuse(err) == nil || err.Error() != c.want {
			t.Errorf("%+v: %v", c.r, err)
		}
	}
}
