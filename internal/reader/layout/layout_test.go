package layout

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// A typist sets lines in type of one width: each character is half as wide as
// its size. Figures between ^ and ^ are raised, letters between _ and _ italic.
type typist struct{ pages []Page }

const em = 10.0

func (t *typist) page() { t.pages = append(t.pages, Page{Width: 400, Height: 600}) }

// line sets a line of a size with its left edge and baseline.
func (t *typist) line(x, base, size float64, s string) {
	if len(t.pages) == 0 {
		t.page()
	}
	p := &t.pages[len(t.pages)-1]
	raised, italic := false, false
	for _, r := range s {
		switch r {
		case '^':
			raised = !raised
			continue
		case '_':
			italic = !italic
			continue
		}
		c := Char{Rune: r, X: x, Left: x + 0.02*size, Right: x + 0.48*size, Base: base, Size: size, Style: Style{Italic: italic}}
		if raised {
			c.Size, c.Base = 0.6*size, base-0.35*size
			c.Left, c.Right = x+0.01*size, x+0.29*size
			x += 0.3 * size
		} else {
			x += 0.5 * size
		}
		if r == ' ' {
			c.Left, c.Right = c.X, x
		}
		p.Chars = append(p.Chars, c)
	}
}

// lines sets lines under one another, 12 points apart; each space at a line's
// start is two points.
func (t *typist) lines(x, base float64, text string) float64 {
	for _, l := range strings.Split(strings.Trim(text, "\n"), "\n") {
		s := strings.TrimLeft(l, " ")
		if s != "" {
			t.line(x+2*float64(len(l)-len(s)), base, em, s)
		}
		base += 12
	}
	return base
}

// show prints blocks for comparing.
func show(blocks []Block) string {
	var b strings.Builder
	for _, k := range blocks {
		kind := k.Kind.String()
		switch {
		case k.Left != "":
			kind = "(" + k.Left + ")"
		case k.Level > 0:
			kind += fmt.Sprint(k.Level)
		case k.Label != "":
			kind += " " + k.Label
		}
		fmt.Fprintf(&b, "%s: %s", kind, strings.ReplaceAll(k.Text, "\n", " / "))
		for _, m := range k.Marks {
			fmt.Fprintf(&b, " {%s}", k.Text[m.Start:m.End])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestRead(t *testing.T) {
	tests := []struct {
		name string
		set  func(*typist)
		want string
	}{
		{"first lines indented", func(t *typist) {
			t.lines(50, 100, `
     The harbour lay still in the first grey light, and
none of the boats had put out. On the wall an old man
sat with his nets, as he had done for forty years.
     Nobody spoke to him. The children knew that he told
his stories in the evening only, when the lamps were
lit and the kettle sang.
     That day he began early, and everybody was afraid.`)
		}, `
paragraph: The harbour lay still in the first grey light, and none of the boats had put out. On the wall an old man sat with his nets, as he had done for forty years.
paragraph: Nobody spoke to him. The children knew that he told his stories in the evening only, when the lamps were lit and the kettle sang.
paragraph: That day he began early, and everybody was afraid.`},

		{"gaps, and a word parted at a line's end", func(t *typist) {
			t.lines(50, 100, `
The lighthouse was older than the town. The lighthouse
keeper said so, and as he had no light to keep, a light-
house being a thing of wires now, he had the time to be
well-informed about it. Nobody else was half so well-
informed, and nobody doubted his word for a moment at

all. He had read a book about it once, he said to us,
and lent it to a man who never brought it back to him.`)
		}, `
paragraph: The lighthouse was older than the town. The lighthouse keeper said so, and as he had no light to keep, a lighthouse being a thing of wires now, he had the time to be well-informed about it. Nobody else was half so well-informed, and nobody doubted his word for a moment at
paragraph: all. He had read a book about it once, he said to us, and lent it to a man who never brought it back to him.`},

		{"two columns under a title", func(t *typist) {
			t.line(100, 60, 20, "The Two Shores")
			for i := range 8 {
				y := 100 + 12*float64(i)
				t.line(40, y, em, fmt.Sprintf("left line %d of the strait", i))
				t.line(220, y+5, em, fmt.Sprintf("right line %d of the straits", i))
			}
		}, `
heading1: The Two Shores
paragraph: left line 0 of the strait left line 1 of the strait left line 2 of the strait left line 3 of the strait left line 4 of the strait left line 5 of the strait left line 6 of the strait left line 7 of the strait right line 0 of the straits right line 1 of the straits right line 2 of the straits right line 3 of the straits right line 4 of the straits right line 5 of the straits right line 6 of the straits right line 7 of the straits`},

		{"heads, numbers and a paragraph over two pages", func(t *typist) {
			for i, text := range []string{`
What the ferryman carried over was never written down,
and what he brought back he kept to himself. There was
a rule about it, older than the ferry, that whoever had`, `
crossed at night had not crossed. So the village counted
its people in the morning, and the count was always the
same, and always wrong.`} {
				t.page()
				t.line(50, 30, 8, "THE FERRY")
				t.lines(50, 80, text)
				t.line(195, 580, 8, fmt.Sprint(12+i))
			}
		}, `
(page head): THE FERRY
(page number): 12
paragraph: What the ferryman carried over was never written down, and what he brought back he kept to himself. There was a rule about it, older than the ferry, that whoever had crossed at night had not crossed. So the village counted its people in the morning, and the count was always the same, and always wrong.`},

		{"verse, its author, a note and its mark", func(t *typist) {
			t.lines(50, 100, `
The song that they sang when the boats came home was a
short one, and it had never been a merry one:^1^

          The tide takes what the tide has lent,
          And no one asks it where it went.
          Tom Marlow

It is sung to this day, _slowly_, on the evening before
the herring go, and whoever laughs must pay for it all.`)
			t.line(50, 560, 8, "^1^It was printed once, in a newspaper that has gone.")
		}, `
paragraph: The song that they sang when the boats came home was a short one, and it had never been a merry one:
verse: The tide takes what the tide has lent, / And no one asks it where it went.
verse: Tom Marlow
paragraph: It is sung to this day, slowly, on the evening before the herring go, and whoever laughs must pay for it all. {slowly}
footnote 1: It was printed once, in a newspaper that has gone.`},

		{"numbers of lines, and a quotation", func(t *typist) {
			t.lines(60, 100, `
The letter was found in a bottle, and the ink was still
so fresh that it came off on his thumb. He read aloud:

          I have been here nine winters and
          I have not been unhappy in any of
          them. Send salt.

Nobody in the room knew what to say about it, since the
bottle was older than the house in which they sat, just
as the house was older than the street and the harbour.
But they sent the salt, and every year a bottle came in
on the same tide, with thanks and a list of the weather.`)
			for i := 1; i <= 2; i++ {
				t.line(30, 100+12*float64(5*i-1), em, fmt.Sprint(5*i))
			}
		}, `
paragraph: The letter was found in a bottle, and the ink was still so fresh that it came off on his thumb. He read aloud:
blockquote: I have been here nine winters and I have not been unhappy in any of them. Send salt.
paragraph: Nobody in the room knew what to say about it, since the bottle was older than the house in which they sat, just as the house was older than the street and the harbour. But they sent the salt, and every year a bottle came in on the same tide, with thanks and a list of the weather.`},

		{"a large initial", func(t *typist) {
			t.line(50, 112, 26, "O")
			t.lines(64, 100, `
nce a year the sea came up the street, and people
moved their chairs up to the first floor. It was a`)
			t.lines(50, 124, `
holiday, in a way. The boats were tied to the railings
of the balconies, and you went shopping by the window.`)
		}, `
paragraph: Once a year the sea came up the street, and people moved their chairs up to the first floor. It was a holiday, in a way. The boats were tied to the railings of the balconies, and you went shopping by the window.`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var set typist
			tt.set(&set)
			if got := show(Read(set.pages)); got != strings.TrimLeft(tt.want, "\n")+"\n" {
				t.Errorf("got\n%s\nwant%s", got, tt.want)
			}
		})
	}
}

// FuzzLayout reads pages of random characters: each six bytes place one.
func FuzzLayout(f *testing.F) {
	f.Add([]byte("a\x10\x20\x0a\x00\x00b\x20\x20\x0a\x00\x00-\x30\x20\x0a\x00\x00c\x10\x30\x0a\x00\x01"))
	f.Add([]byte(strings.Repeat("1\x10\x20\x05\x00\x00A\x40\x21\x1f\x01\x00", 30)))
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) > 6*4000 {
			return
		}
		pages := []Page{{Width: 256, Height: 256}}
		for ; len(b) >= 6; b = b[6:] {
			if b[5] > 250 {
				pages = append(pages, Page{Width: 256, Height: 256})
			}
			x, size := float64(b[1])+float64(b[4])/256, float64(b[3])/4
			c := Char{Rune: rune(b[0]), X: x, Left: x, Right: x + size/2, Base: float64(b[2]), Size: size}
			if b[0] == 0xFF {
				c.X, c.Left, c.Right, c.Base, c.Size = math.NaN(), math.Inf(1), math.NaN(), math.Inf(-1), math.NaN()
			}
			c.Bold, c.Italic = b[5]&1 != 0, b[5]&2 != 0
			p := &pages[len(pages)-1]
			p.Chars = append(p.Chars, c)
		}
		for _, k := range Read(pages) {
			end := 0
			for _, m := range k.Marks {
				if m.Start < end || m.End <= m.Start || m.End > len(k.Text) {
					t.Fatalf("marks %v in %q", k.Marks, k.Text)
				}
				end = m.End
			}
		}
	})
}
