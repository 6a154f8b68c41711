package source

import (
	"errors"
	"testing"
)

func TestNewSettlesBytes(t *testing.T) {
	raw := "\uFEFFa\r\nbé\rc\n"
	s, err := New("f", []byte(raw))
	if err != nil {
		t.Fatal(err)
	}
	if want := "a\nbé\nc\n"; s.Body != want {
		t.Fatalf("Body = %q, want %q", s.Body, want)
	}
	for i, c := range s.Body {
		if c == '\n' {
			continue
		}
		if got := raw[s.Original(i)]; got != s.Body[i] {
			t.Errorf("Original(%d) is at %q, want %q", i, got, s.Body[i])
		}
	}
	if l, c := s.Position(len("a\nbé")); l != 2 || c != 3 {
		t.Errorf("Position = %d:%d, want 2:3", l, c)
	}
	if s.Lines() != 4 || s.Line(2) != "bé" || s.Line(4) != "" || s.Line(9) != "" {
		t.Error("lines are wrong")
	}
}

func TestNotUTF8(t *testing.T) {
	_, err := New("f.md", []byte("\uFEFFone\ntw\xffo"))
	var e *EncodingError
	if !errors.As(err, &e) {
		t.Fatalf("err = %v", err)
	}
	if e.Offset != 9 || e.Line != 2 || e.Column != 3 || e.Byte != 0xff {
		t.Errorf("got %+v", *e)
	}
}

func TestSpans(t *testing.T) {
	s, _ := New("f", []byte("hello world"))
	a, b := s.Span(0, 5), s.Span(6, 11)
	if a.String() != "hello" || b.Sub(1, 3).String() != "or" || a.To(b).String() != "hello world" {
		t.Error("spans are wrong")
	}
	if (Span{}).To(a) != a || !(Span{}).IsZero() {
		t.Error("the zero span is wrong")
	}
}

func TestTakenIn(t *testing.T) {
	outer, _ := New("outer", []byte("takes it in"))
	inner, _ := New("inner", []byte("the other"))
	at := outer.Span(6, 8)
	taken := inner.TakenIn(at)
	if got := taken.Span(0, 3); got.String() != "the" || got.Home() != at {
		t.Errorf("%q at home in %q", got, got.Home())
	}
	if s := inner.Span(0, 3); s.Home() != s || at.Home() != at || !(Span{}).Home().IsZero() {
		t.Error("what nothing takes in is not at home where it is")
	}
}

func FuzzNew(f *testing.F) {
	f.Add([]byte("a\r\nb\r\uFEFF"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		s, err := New("f", raw)
		if err != nil {
			return
		}
		for i := 0; i <= len(s.Body); i++ {
			if o := s.Original(i); o > len(raw) {
				t.Fatalf("Original(%d) = %d, past %d", i, o, len(raw))
			}
			if l, c := s.Position(i); l < 1 || c < 1 {
				t.Fatalf("Position(%d) = %d:%d", i, l, c)
			}
		}
	})
}
