package lesson

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"quire/internal/document"
	"quire/internal/essay"
	"quire/internal/lineation"
)

// resolve ties the whole lesson of testdata, which must be without findings.
func resolve(t *testing.T, m fstest.MapFS, e *essay.Essay, o Options) *Lesson {
	t.Helper()
	d, findings := read(t, m)
	l := d.Resolve(e, o, findings)
	if s := printed(t, findings); s != "" {
		t.Fatal(s)
	}
	return l
}

// locked gives the whole lesson's files with its lock.
func locked(t *testing.T) fstest.MapFS {
	t.Helper()
	m := files(archive(t, "testdata/ferry.txtar"))
	l := resolve(t, m, ferry(t), Options{})
	m[lockFile] = &fstest.MapFile{Data: MakeLock(l).Encode()}
	return m
}

func TestResolve(t *testing.T) {
	m := locked(t)
	golden(t, "testdata/ferry-lines.golden", dump(resolve(t, m, ferry(t), Options{Lines: true})))
	golden(t, "testdata/ferry-paragraphs.golden", dump(resolve(t, m, ferry(t), Options{})))
	golden(t, "testdata/ferry-lock.golden", dump(resolve(t, m, nil, Options{Lines: true})))
	golden(t, "testdata/ferry.lock", string(m[lockFile].Data))
}

// One draft may be resolved again, with other options, and comes out the same.
func TestResolveAgain(t *testing.T) {
	d, findings := read(t, locked(t))
	first := dump(d.Resolve(ferry(t), Options{Lines: true}, findings))
	d.Resolve(nil, Options{}, findings)
	d.Resolve(ferry(t), Options{}, findings)
	if again := dump(d.Resolve(ferry(t), Options{Lines: true}, findings)); again != first {
		t.Errorf("resolved again:\n%s\nwant\n%s", again, first)
	}
}

// Every place that the text names must be where the words stand.
func TestPlacesAreWhereTheWordsStand(t *testing.T) {
	e := ferry(t)
	lines := lineation.Of(e)
	l := resolve(t, locked(t), e, Options{Lines: true})
	checked := 0
	for _, s := range l.Sections {
		for _, it := range s.Items() {
			blocks := it.Stem
			if it.Key != nil {
				blocks = append(blocks, it.Key.Teacher(nil)...)
			}
			document.Walk(blocks, func(in document.Inline) {
				q, ok := in.(document.Quotation)
				if !ok || strings.Contains(q.Words, "…") {
					return
				}
				i := e.Paragraph(q.Place.FirstParagraph)
				at := strings.Index(e.Blocks[i].Text, q.Words)
				if at < 0 || lines.At(essay.Pos{Block: i, Offset: at}) != q.Place.FirstLine {
					t.Errorf("“%s” is not at %v", q.Words, q.Place)
				}
				checked++
			})
		}
	}
	if checked < 4 {
		t.Errorf("only %d quotations seen", checked)
	}
}

// Without the essay the lock gives the same paragraphs and no lines.
func TestLockGivesTheSamePlaces(t *testing.T) {
	m := locked(t)
	with := dump(resolve(t, m, ferry(t), Options{}))
	without := dump(resolve(t, m, nil, Options{}))
	strip := func(s string) string { // what {{passage}} prints depends on the text
		var out []string
		for l := range strings.Lines(s) {
			if !strings.Contains(l, "Those who want it gone") && !strings.Contains(l, "Those who want …") {
				out = append(out, l)
			}
		}
		return strings.Join(out, "")
	}
	if strip(with) != strip(without) {
		t.Errorf("with the essay:\n%s\nwithout:\n%s", with, without)
	}
}

// But for the first three words of each paragraph, no two words of the essay in
// a row stand in the lock.
func TestLockDoesNotHoldTheText(t *testing.T) {
	e := ferry(t)
	data := string(locked(t)[lockFile].Data)
	for _, b := range e.Blocks { // the openings may stand there, once
		data = strings.Replace(data, `"`+opening(b.Text)+`"`, "", 1)
	}
	for _, b := range e.Blocks {
		words := strings.Fields(b.Text)
		for i := 0; i+2 <= len(words); i++ {
			if s := strings.Join(words[i:i+2], " "); strings.Contains(data, s) {
				t.Errorf("the lock holds %q", s)
			}
		}
	}
	for _, s := range []string{"council", "passengers", "count of seats"} {
		if strings.Contains(data, s) {
			t.Errorf("the lock holds %q", s)
		}
	}
}

func TestLockOfTheLesson(t *testing.T) {
	e := ferry(t)
	d, findings := read(t, locked(t))
	l := d.Resolve(e, Options{}, findings)
	if got := MakeLock(l); !reflect.DeepEqual(got, d.Lock) {
		t.Errorf("read %+v\nmade %+v", d.Lock, got)
	}
	if got := MakeLock(d.Resolve(nil, Options{}, findings)); got != nil {
		t.Errorf("a lock without the essay: %+v", got)
	}
}

// A lock file that can't be read stops only those who have no essay.
func TestUnreadableLock(t *testing.T) {
	m := locked(t)
	m[lockFile] = file(lockVersion + "\n\xff\n")
	for _, c := range []struct {
		essay *essay.Essay
		want  string
	}{
		{nil, "ferry/passages.lock:2:1: error: byte 0xFF is not UTF-8 [encoding]"},
		{ferry(t), "ferry/passages.lock:2:1: warning: byte 0xFF is not UTF-8 [encoding]"},
	} {
		d, findings := read(t, m)
		d.Resolve(c.essay, Options{}, findings)
		if got := firstLines(t, findings); len(got) != 1 || got[0] != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func bodyOf(e *essay.Essay) string {
	var s []string
	for _, b := range e.Blocks {
		s = append(s, b.Text)
	}
	return strings.Join(s, "\n\n")
}
