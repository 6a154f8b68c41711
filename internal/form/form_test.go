package form

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"quire/internal/question"
)

func options(n int, pinned ...int) question.Choice {
	c := question.Choice{Options: make([]question.Option, n)}
	for _, i := range pinned {
		c.Options[i].Pinned = true
	}
	return c
}

func steps(n int, pinned ...int) question.Order {
	o := question.Order{Steps: make([]question.Entry, n)}
	for _, i := range pinned {
		o.Steps[i].Pinned = true
	}
	return o
}

// match has an answer of its own for each of n entries, and extra responses.
func match(n, extra int) question.Match {
	m := question.Match{Left: make([]question.Entry, n), Right: make([]question.Entry, n+extra)}
	for i := range n {
		m.Pairs = append(m.Pairs, i)
	}
	return m
}

func item(id string, r ...question.Response) *question.Item {
	return &question.Item{ID: id, Responses: r}
}

// Printed forms must come out again for ever: these are a promise.
func TestGolden(t *testing.T) {
	var b strings.Builder
	for _, f := range []Form{{Name: "A", Seed: "cienfuegos"}, {Name: "B", Seed: "cienfuegos"}, {Name: "A", Seed: "bell"}} {
		for _, it := range []*question.Item{
			item("case-ended", options(4)),
			item("turn", options(3), options(4, 3)),
			item("jobs", match(4, 1)),
			item("steps", steps(5)),
			item("many", options(12)),
			item("fixed", question.Choice{Options: make([]question.Option, 2), Fixed: true}, question.Text{}),
		} {
			fmt.Fprintf(&b, "%s %s %s %v\n", f.Seed, f.Name, it.ID, f.Arrange(it))
		}
	}
	const want = `cienfuegos A case-ended [[0 3 2 1]]
cienfuegos A turn [[1 0 2] [2 1 0 3]]
cienfuegos A jobs [[0 3 4 2 1]]
cienfuegos A steps [[0 1 4 2 3]]
cienfuegos A many [[9 0 7 5 3 6 2 8 11 10 4 1]]
cienfuegos A fixed []
cienfuegos B case-ended [[0 3 2 1]]
cienfuegos B turn [[0 2 1] [2 0 1 3]]
cienfuegos B jobs [[3 1 2 0 4]]
cienfuegos B steps [[4 2 0 1 3]]
cienfuegos B many [[2 0 6 7 5 11 4 10 1 8 9 3]]
cienfuegos B fixed []
bell A case-ended [[3 2 0 1]]
bell A turn [[2 0 1] [1 0 2 3]]
bell A jobs [[4 1 2 0 3]]
bell A steps [[1 4 3 2 0]]
bell A many [[3 9 5 10 1 11 6 7 4 0 2 8]]
bell A fixed []
`
	if b.String() != want {
		t.Errorf("got\n%s", b.String())
	}
}

func TestDependsOnEach(t *testing.T) {
	base := Form{Name: "A", Seed: "seed"}
	order := func(f Form, id string, part int) string {
		return fmt.Sprint(f.Arrange(item(id, options(20), options(20)))[part])
	}
	seen := map[string]string{}
	for name, got := range map[string]string{
		"as it is":       order(base, "item", 0),
		"other seed":     order(Form{Name: "A", Seed: "seeds"}, "item", 0),
		"other form":     order(Form{Name: "B", Seed: "seed"}, "item", 0),
		"other item":     order(base, "items", 0),
		"other response": order(base, "item", 1),
		"run together":   order(Form{Name: "A", Seed: "see"}, "item", 0) + order(Form{Name: "dA", Seed: "see"}, "item", 0),
	} {
		if other, ok := seen[got]; ok {
			t.Errorf("%s is the same as %s", name, other)
		}
		seen[got] = name
	}
	if order(Form{Name: "AB", Seed: "seed"}, "item", 0) == order(Form{Name: "B", Seed: "seedA"}, "item", 0) {
		t.Error("seed and form run together")
	}
	if got := order(base, "item", 0); got != order(base, "item", 0) {
		t.Error("twice the same form, two orders")
	}
}

func TestPinsAndHiding(t *testing.T) {
	cases := []struct {
		name   string
		r      question.Response
		pinned []int
		solved bool // there is no other way
	}{
		{"choice", options(4), nil, false},
		{"pinned last", options(4, 3), []int{3}, false},
		{"pinned within", options(5, 1, 2), []int{1, 2}, false},
		{"two steps", steps(2), nil, false},
		{"steps, two free", steps(4, 0, 2), []int{0, 2}, false},
		{"steps, one free", steps(3, 0, 2), []int{0, 1, 2}, true},
		{"steps, all pinned", steps(3, 0, 1, 2), []int{0, 1, 2}, true},
		{"two pairs", match(2, 0), nil, false},
		{"pairs and extras", match(3, 2), nil, false},
		{"one pair, extras", match(1, 2), nil, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			for i := range 300 {
				order := Form{Name: "A", Seed: fmt.Sprint("seed ", i)}.Arrange(item("x", c.r))[0]
				for _, p := range c.pinned {
					if order[p] != p {
						t.Fatalf("%v moves the pinned %d", order, p)
					}
				}
				if question.Solved(c.r, order) != c.solved {
					t.Fatalf("%v: solved %v", order, !c.solved)
				}
				if sorted := slices.Sorted(slices.Values(order)); !slices.Equal(sorted, asWritten(len(order))) {
					t.Fatalf("%v is no order", order)
				}
			}
		})
	}
}

func TestNothingToArrange(t *testing.T) {
	for _, r := range []question.Response{
		question.None{}, question.Text{}, question.Gaps{}, options(1), question.Order{}, question.Match{},
		question.Choice{Options: make([]question.Option, 2), Fixed: true},
	} {
		if a := (Form{Name: "A", Seed: "s"}).Arrange(item("x", r)); a != nil {
			t.Errorf("%T: %v", r, a)
		}
	}
}

// Every order must be as likely as every other. The seeds are fixed, so the
// statistic is too; the bounds are those of 1 in 1,000 for its degrees of
// freedom (Pearson).
func TestUniform(t *testing.T) {
	const draws = 24000
	cases := []struct {
		name   string
		r      question.Response
		orders int
		bound  float64
	}{
		{"four options", options(4), 24, 49.73},
		{"four options, one pinned", options(4, 3), 6, 20.52},
		{"three options", options(3), 6, 20.52},
		{"four steps, unsolved", steps(4), 23, 48.27},
		{"two pairs and an extra, unsolved", match(2, 1), 5, 18.47},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			counts := map[string]int{}
			for i := range draws {
				counts[fmt.Sprint(Form{Name: "A", Seed: fmt.Sprint(i)}.Arrange(item("x", c.r))[0])]++
			}
			if len(counts) != c.orders {
				t.Fatalf("%d orders, want %d", len(counts), c.orders)
			}
			expected := float64(draws) / float64(c.orders)
			chi := 0.0
			for _, n := range counts {
				d := float64(n) - expected
				chi += d * d / expected
			}
			t.Logf("chi-squared %.2f over %d orders (1 in 1,000 above %.2f)", chi, c.orders, c.bound)
			if chi > c.bound {
				t.Errorf("chi-squared %.2f is above %.2f", chi, c.bound)
			}
		})
	}
}

// Draws below a number that doesn't divide 2^32 throw the rest away.
func TestBelow(t *testing.T) {
	d := newDraw("s", "A", "x", 0)
	const n = 3 << 30 // a quarter of all numbers is refused
	low := 0
	for range 30000 {
		v := d.below(n)
		if v < 0 || v >= n {
			t.Fatalf("%d is not below %d", v, n)
		}
		if v < n/3 {
			low++
		}
	}
	if low < 9600 || low > 10400 { // without the rejection it would be 15,000
		t.Errorf("%d of 30000 in the lowest third", low)
	}
}

// Over 10,000 seeds the right option stands about equally often in each place
// (nothing forces keys to be spread), and no matching or ordering is printed
// solved.
func TestTenThousandSeeds(t *testing.T) {
	const seeds = 10000
	right := options(4)
	right.Options[2].Right = true
	places := make([]int, 4)
	inARow, longest := 0, 0
	for i := range seeds {
		f := Form{Name: "A", Seed: fmt.Sprint("seed ", i)}
		place := slices.Index(f.Arrange(item("q", right))[0], 2)
		places[place]++
		if inARow++; place != 0 {
			inARow = 0
		}
		longest = max(longest, inARow)
		for _, r := range []question.Response{steps(3), steps(5), match(2, 0), match(4, 2)} {
			if order := f.Arrange(item("q", r))[0]; question.Solved(r, order) {
				t.Fatalf("seed %d prints %T solved: %v", i, r, order)
			}
		}
	}
	chi := 0.0
	for _, n := range places {
		d := float64(n) - seeds/4.0
		chi += d * d / (seeds / 4.0)
	}
	t.Logf("places of the key %v: chi-squared %.2f (1 in 1,000 above 16.27); at most %d times A in a row", places, chi, longest)
	if chi > 16.27 {
		t.Errorf("chi-squared %.2f over the key's places %v", chi, places)
	}
	if longest < 4 {
		t.Errorf("A is never the key more than %d times in a row: the places are forced apart", longest)
	}
}
