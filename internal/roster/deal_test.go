package roster

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"quire/internal/diag"
)

// classOf makes a class of so many, with the forms given fixed.
func classOf(n int, fixed map[int]string) *Class {
	c := &Class{}
	for i := range n {
		c.Students = append(c.Students, Student{Row: i + 2, Name: fmt.Sprintf("Student %d", i), Form: fixed[i], Copies: 1})
	}
	return c
}

// room seats students by a plan: # is a seat, taken in list order.
func room(plan string) (*Class, *Seats) {
	s := &Seats{}
	for r, line := range strings.Split(plan, "\n") {
		for c, x := range line {
			if x == '#' {
				s.Of = append(s.Of, Seat{Row: r + 1, Column: c + 1})
			}
		}
	}
	return classOf(len(s.Of), nil), s
}

func TestDealList(t *testing.T) {
	for _, c := range []struct {
		name  string
		n     int
		forms string
		fixed map[int]string
		want  string
		codes string
	}{
		{"in turn", 7, "A B C", nil, "A B C A B C A", ""},
		{"two", 5, "A B", nil, "A B A B A", ""},
		{"nobody", 0, "A B", nil, "", ""},
		{"one student", 1, "A B", nil, "A", ""},
		{"one form", 3, "A", nil, "A A A", "note C9"},
		{"fixed stays", 5, "A B", map[int]string{1: "A"}, "B A B A B", ""},
		{"fixed, three forms", 6, "A B C", map[int]string{0: "C", 5: "C"}, "C A B A B C", ""},
		{"fixed in lower case", 3, "A B", map[int]string{0: "b"}, "B A B", ""},
		{"neighbours fixed to one", 4, "A B", map[int]string{1: "A", 2: "A"}, "B A A B", "warning C9"},
		{"a parity that can't be", 4, "A B", map[int]string{0: "A", 3: "A"}, "A B B A", "warning C9"},
		{"a form that doesn't print", 3, "A B", map[int]string{1: "D"}, "A B A", "error C9"},
		{"more forms than students", 2, "A B C D E", nil, "A B", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var l diag.List
			got := strings.Join(Deal(classOf(c.n, c.fixed), nil, strings.Fields(c.forms), &l), " ")
			if got != c.want {
				t.Errorf("dealt %s, want %s", got, c.want)
			}
			if s := codesOf(&l); s != c.codes {
				t.Errorf("findings %q, want %q", s, c.codes)
			}
		})
	}
}

func codesOf(l *diag.List) string {
	var out []string
	for _, f := range l.Sorted() {
		out = append(out, f.Severity.String()+" "+f.Code)
	}
	return strings.Join(out, ", ")
}

func TestDealNamesRows(t *testing.T) {
	var l diag.List
	Deal(classOf(4, map[int]string{1: "A", 2: "A"}), nil, []string{"A", "B"}, &l)
	if m := l.Sorted()[0].Message; m != "rows 3 and 4 are neighbours and both have form A" {
		t.Error(m)
	}
}

func TestDealRoom(t *testing.T) {
	for _, c := range []struct {
		name, plan, forms, want string
	}{
		{"two forms: a board of chess", "###\n###\n###", "A B", "ABA\nBAB\nABA"},
		{"an aisle parts", "#.#", "A B", "A.B"},
		{"four forms: diagonals too", "##\n##", "A B C D", "AB\nCD"},
		{"numbers are even over parts of the room", "#.#.#\n.....\n###.#", "A B", "A.B.A\n.....\nBAB.A"},
	} {
		t.Run(c.name, func(t *testing.T) {
			class, seats := room(c.plan)
			var l diag.List
			dealt := Deal(class, seats, strings.Fields(c.forms), &l)
			got, i := []byte(c.plan), 0
			for j := range got {
				if got[j] == '#' {
					got[j] = dealt[i][0]
					i++
				}
			}
			if string(got) != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			if s := codesOf(&l); s != "" {
				t.Error(s)
			}
		})
	}
}

// Random rooms, full and with gaps, without fixed forms: two forms always
// suffice for neighbours, four for diagonals, and the numbers come out even.
func TestDealRandomRooms(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	uneven := map[int]int{}
	const rooms = 600
	for n := range rooms {
		var plan strings.Builder
		rows, columns, full := 1+rng.IntN(7), 1+rng.IntN(8), rng.Float64()
		for range rows {
			for range columns {
				plan.WriteByte(".#"[b2i(rng.Float64() < 0.4+0.6*full)])
			}
			plan.WriteByte('\n')
		}
		class, seats := room(plan.String())
		for _, k := range []int{2, 3, 4, 5, 8} {
			forms := strings.Split("ABCDEFGH", "")[:k]
			var l diag.List
			dealt := Deal(class, seats, forms, &l)
			if len(dealt) != len(seats.Of) || codesOf(&l) != "" {
				t.Fatalf("room %d, %d forms: %s\n%s", n, k, codesOf(&l), plan.String())
			}
			checkDealt(t, seats, dealt, k)
			if spread(dealt, forms) > 1 {
				uneven[k]++
			}
		}
	}
	t.Logf("rooms of %d with numbers that differ by more than one, by forms: %v", rooms, uneven)
	if uneven[3] > 0 || uneven[5] > 0 || uneven[8] > 0 {
		t.Errorf("uneven: %v", uneven)
	}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func checkDealt(t *testing.T, seats *Seats, dealt []string, k int) {
	t.Helper()
	for i, a := range seats.Of {
		for j, b := range seats.Of[:i] {
			dr, dc := max(a.Row-b.Row, b.Row-a.Row), max(a.Column-b.Column, b.Column-a.Column)
			if dealt[i] == dealt[j] && (dr+dc == 1 || k >= 4 && dr == 1 && dc == 1) {
				t.Fatalf("%d and %d are neighbours and share %s of %d", i, j, dealt[i], k)
			}
		}
	}
}

// spread gives how many more students have the commonest form than the rarest.
func spread(dealt, forms []string) int {
	most, least := 0, len(dealt)
	for _, f := range forms {
		n := 0
		for _, d := range dealt {
			if d == f {
				n++
			}
		}
		most, least = max(most, n), min(least, n)
	}
	return most - least
}

// With two forms only whole parts of the room can be turned round: of all ways
// to do that the most even one is taken.
func TestTwoFormsAreAsEvenAsCanBe(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		var plan strings.Builder
		for range 5 {
			for range 6 {
				plan.WriteByte(".#"[b2i(rng.Float64() < 0.45)])
			}
			plan.WriteByte('\n')
		}
		class, seats := room(plan.String())
		dealt := Deal(class, seats, []string{"A", "B"}, &diag.List{})
		near, _ := inRoom(seats)
		// each part's surplus of black over white squares, and all sums of them
		seen := make([]bool, len(near))
		sums := map[int]bool{0: true}
		for v := range near {
			if seen[v] {
				continue
			}
			part := []int{v}
			seen[v] = true
			surplus := 0
			for i := 0; i < len(part); i++ {
				s := seats.Of[part[i]]
				surplus += 1 - 2*((s.Row+s.Column)%2)
				for _, w := range near[part[i]] {
					if !seen[w] {
						seen[w] = true
						part = append(part, w)
					}
				}
			}
			next := map[int]bool{}
			for s := range sums {
				next[s+surplus], next[s-surplus] = true, true
			}
			sums = next
		}
		best := len(near)
		for s := range sums {
			best = min(best, max(s, -s))
		}
		if got := spread(dealt, []string{"A", "B"}); got != best {
			t.Fatalf("numbers differ by %d, and could by %d\n%s", got, best, plan.String())
		}
	}
}

// With fixed forms, whatever a plain greedy dealing in list order manages must
// be managed, and fixed forms stay.
func TestDealFixed(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	solved := 0
	for n := range 1000 {
		var plan strings.Builder
		rows, columns := 1+rng.IntN(6), 1+rng.IntN(6)
		for range rows {
			for range columns {
				plan.WriteByte(".#"[b2i(rng.Float64() < 0.85)])
			}
			plan.WriteByte('\n')
		}
		class, seats := room(plan.String())
		k := 2 + rng.IntN(4)
		forms := strings.Split("ABCDE", "")[:k]
		for i := range class.Students {
			if rng.Float64() < 0.15 {
				class.Students[i].Form = forms[rng.IntN(k)]
			}
		}
		var l diag.List
		dealt := Deal(class, seats, forms, &l)
		for i, s := range class.Students {
			if s.Form != "" && dealt[i] != s.Form {
				t.Fatal("a fixed form was changed")
			}
		}
		warned := l.Count(diag.Warning) > 0
		if clash := sharing(seats, dealt); clash != warned {
			t.Fatalf("shared %v, told %v", clash, warned)
		}
		if plainly(class, seats, forms) {
			solved++
			if warned {
				t.Fatalf("room %d can be dealt with %d forms, and wasn't\n%s%v", n, k, plan.String(), dealt)
			}
		}
	}
	if solved < 150 {
		t.Errorf("only %d rooms say anything", solved)
	}
}

// Where fixed forms leave no way, hardly more share than must: compared with all
// ways there are, in small rooms.
func TestDealMends(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	forms := []string{"A", "B"}
	least, ours := 0, 0
	for range 400 {
		class, seats := room("####\n####\n####")
		for i := range class.Students {
			if rng.Float64() < 0.4 {
				class.Students[i].Form = forms[rng.IntN(2)]
			}
		}
		near, _ := inRoom(seats)
		best := len(near) * 4
	ways:
		for way := range 1 << len(near) {
			shared := 0
			for i, s := range class.Students {
				if s.Form != "" && s.Form != forms[way>>i&1] {
					continue ways
				}
				for _, j := range near[i] {
					if i < j && way>>i&1 == way>>j&1 {
						shared++
					}
				}
			}
			best = min(best, shared)
		}
		least += best
		dealt := Deal(class, seats, forms, &diag.List{})
		for i := range near {
			for _, j := range near[i] {
				if i < j && dealt[i] == dealt[j] {
					ours++
				}
			}
		}
	}
	t.Logf("%d share, and %d must", ours, least)
	if ours > least+least/20 {
		t.Errorf("%d share, and only %d must", ours, least)
	}
}

func sharing(seats *Seats, dealt []string) bool {
	near, _ := inRoom(seats)
	for i := range near {
		for _, j := range near[i] {
			if dealt[i] == dealt[j] {
				return true
			}
		}
	}
	return false
}

// plainly deals in list order the first form that no neighbour has.
func plainly(class *Class, seats *Seats, forms []string) bool {
	near, _ := inRoom(seats)
	dealt := make([]string, len(near))
	for i, s := range class.Students {
		dealt[i] = s.Form
	}
	for i := range dealt {
		if dealt[i] != "" {
			continue
		}
		for _, f := range forms {
			if !slices.ContainsFunc(near[i], func(j int) bool { return dealt[j] == f }) {
				dealt[i] = f
				break
			}
		}
		if dealt[i] == "" {
			return false
		}
	}
	return !sharing(seats, dealt)
}

func TestDealIsTheSameTwice(t *testing.T) {
	class, seats := room(strings.Repeat("######\n", 5))
	class.Students[3].Form, class.Students[17].Form = "C", "A"
	forms := []string{"A", "B", "C", "D"}
	first := Deal(class, seats, forms, &diag.List{})
	for range 20 {
		if got := Deal(class, seats, forms, &diag.List{}); !slices.Equal(got, first) {
			t.Fatal("dealt otherwise")
		}
	}
}

func TestDealLarge(t *testing.T) {
	forms := make([]string, 60)
	for i := range forms {
		forms[i] = fmt.Sprint(i)
	}
	class, seats := room(strings.Repeat(strings.Repeat("#", 70)+"\n", 70))
	for _, k := range []int{2, 3, 4, 60} {
		checkSpread := 1
		if k == 4 {
			checkSpread = 4900
		}
		var l diag.List
		dealt := Deal(class, seats, forms[:k], &l)
		if codesOf(&l) != "" || spread(dealt, forms[:k]) > checkSpread {
			t.Errorf("%d forms: %s, spread %d", k, codesOf(&l), spread(dealt, forms[:k]))
		}
		list := Deal(classOf(5000, map[int]string{7: "1", 4000: "0"}), nil, forms[:k], &diag.List{})
		if s := spread(list, forms[:k]); s > 1 {
			t.Errorf("a list with %d forms: spread %d", k, s)
		}
	}
}

// A room as large as can be, full of fixed forms, is dealt in a moment.
func TestDealLargeFixed(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	class, seats := room(strings.Repeat(strings.Repeat("#", 70)+"\n", 70))
	for _, forms := range [][]string{{"A", "B"}, {"A", "B", "C", "D"}} {
		for i := range class.Students {
			class.Students[i].Form = ""
			if rng.IntN(3) == 0 {
				class.Students[i].Form = forms[rng.IntN(len(forms))]
			}
		}
		var l diag.List
		dealt := Deal(class, seats, forms, &l)
		for i, s := range class.Students {
			if s.Form != "" && s.Form != dealt[i] {
				t.Fatal("a fixed form was changed")
			}
		}
		if n := len(l.Sorted()); n == 0 || n > 2*(mostAlike+1) {
			t.Errorf("%d findings", n)
		}
	}
}

func TestEach(t *testing.T) {
	if got := strings.Join(Each(classOf(4, map[int]string{1: "A", 3: "02"})), " "); got != "01 A 03 02" {
		t.Error(got)
	}
	if got := Each(classOf(120, nil)); got[0] != "001" || got[119] != "120" {
		t.Error(got[0], got[119])
	}
}
