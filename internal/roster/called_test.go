package roster

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"quire/internal/diag"
)

func listed(t *testing.T, raw string) *Class {
	t.Helper()
	var findings diag.List
	c, err := Read("class.csv", []byte(raw), &findings)
	if err != nil || findings.Stops() {
		t.Fatal(err, findings.Sorted())
	}
	return c
}

func TestCalled(t *testing.T) {
	for _, c := range []struct{ list, want string }{
		{"Name\nBo Lind\nIda Strand", "Bo Lind, Bo L., Bo; Ida Strand, Ida S., Ida"},
		{"Name\nAnna Berg\nAnna Kim", "Anna Berg, Anna B.; Anna Kim, Anna K."},
		{"Name\nAnna Berg\nAnna Bauer\nAnna Bell", "Anna Berg; Anna Bauer, Anna Ba.; Anna Bell"},
		{"Name\nAnna Berg\nAnna Bergmann", "Anna Berg; Anna Bergmann, Anna Bergm."},
		{"Name\nAnna\nAnna Berg", "Anna; Anna Berg, Anna B."},
		{"Name,ID\nAna Ruiz,7\nAna Ruiz,", "Ana Ruiz (7), Ana (7); Ana Ruiz (2), Ana (2)"},
		{"Name\nMaximiliane von Hohenstein-Wittgenstein", "Maximiliane von Hohenstein-Wittgenstein, Maximiliane H., Maximiliane"},
		{"Name\nMarie-Christine de la Fontaine", "Marie-Christine de la Fontaine, Marie-Christine F., Marie-C. F."},
		{"Name\nFatima al-Rashid", "Fatima al-Rashid, Fatima R., Fatima"},
		{"Name\n\"Ruiz, Ana\"", "Ruiz, Ana, Ana R., Ana"},
		{"First name,Last name\nAna María,López García", "Ana María López García, Ana L., Ana"},
		{"First name,Last name\nVincent,van Gogh", "Vincent van Gogh, Vincent G., Vincent"},
		{"Name\nMadonna", "Madonna"},
		{"Name\n王芳", "王芳"},
		{"Name\nJosé A\u0301lvarez\nJosé Ruiz", "José Álvarez, José Á.; José Ruiz, José R."},
	} {
		var got []string
		for _, names := range listed(t, c.list).Called() {
			got = append(got, strings.Join(names, ", "))
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.list, strings.Join(got, "; "), c.want)
		}
	}
}

// Nobody can be taken for another, whichever of their names is printed.
func TestCalledIsUnique(t *testing.T) {
	list := "Name\n"
	for i := range 300 {
		list += fmt.Sprintf("%s %s\n", []string{"Anna", "Ana", "Anna-Lena", "Bo", "Anna Lena"}[i%5], []string{"Berg", "Bergmann", "von Berg", "B", "Beck", "Kim", "Anna"}[i%7])
	}
	whose := map[string]int{}
	for i, names := range listed(t, list).Called() {
		for _, n := range names {
			if j, ok := whose[strings.ToLower(n)]; ok && j != i {
				t.Fatalf("%d and %d may both be called %q", i, j, n)
			}
			whose[strings.ToLower(n)] = i
		}
		if !slices.IsSortedFunc(names, func(a, b string) int { return len([]rune(b)) - len([]rune(a)) }) {
			t.Errorf("%q isn't sorted by length", names)
		}
	}
}

// shownCircles writes circles with names: "Ana < Bo, Cy".
func shownCircles(c *Class, all []Watched) string {
	var rows []string
	for _, w := range all {
		var out []string
		for _, i := range w.Outside {
			out = append(out, c.Students[i].Name)
		}
		rows = append(rows, c.Students[w.Inside].Name+" < "+strings.Join(out, ", "))
	}
	return strings.Join(rows, "; ")
}

// The circles of a class are a promise: this text may not change.
func TestCircles(t *testing.T) {
	for _, c := range []struct{ list, seed, first, second string }{
		{"Name\nAna\nBo\nCy\nDi\nEd", "s", "Ana < Di; Ed < Cy, Bo", "Bo < Ed; Cy < Ed; Di < Ana"},
		{"Name\nEd\nDi\nAna\nCy\nBo", "s", "Ana < Di; Ed < Cy, Bo", "Bo < Ed; Cy < Ed; Di < Ana"},
		{"Name\nAna\nBo\nCy\nDi\nEd", "another", "Ana < Ed; Bo < Di, Cy", "Cy < Bo; Di < Bo; Ed < Ana"},
		{"Name\nAna\nBo\nCy\nDi", "s", "Ana < Di; Cy < Bo", "Bo < Cy; Di < Ana"},
		{"Name\nAna\nBo\nCy", "s", "Ana < Cy, Bo", "Bo < Ana; Cy < Ana"},
		{"Name\nAna", "s", "Ana < ", ""},
	} {
		class := listed(t, c.list)
		first, second := Circles(class, c.seed)
		if a, b := shownCircles(class, first), shownCircles(class, second); a != c.first || b != c.second {
			t.Errorf("%q, seed %s:\n%s\n%s", c.list, c.seed, a, b)
		}
	}
}

// In any class everybody is in one circle in the first half and in the other in
// the second, everybody outside listens to one inside, and partners stay.
func TestCirclesAreWhole(t *testing.T) {
	list := "Name,ID\n"
	for n := 1; n <= 40; n++ {
		list += fmt.Sprintf("Student %c,%d\n", 'A'+n%7, n%5) // many share a name, some an ID too
		class := listed(t, list)
		first, second := Circles(class, "seed")
		inside := map[int]bool{}
		partner := map[[2]int]bool{}
		seen, extra := 0, 0
		for _, w := range first {
			inside[w.Inside] = true
			seen += 1 + len(w.Outside)
			extra += max(0, len(w.Outside)-1)
			for _, o := range w.Outside {
				partner[[2]int{w.Inside, o}] = true
			}
		}
		if seen != n || len(inside) != max(n/2, 1) || n > 1 && extra != n%2 {
			t.Errorf("%d students: %d seats, %d inside, %d who share a partner", n, seen, len(inside), extra)
		}
		for _, w := range second {
			if inside[w.Inside] || len(w.Outside) != 1 || !partner[[2]int{w.Outside[0], w.Inside}] {
				t.Errorf("%d students: in the second half %d is inside, watched by %v", n, w.Inside, w.Outside)
			}
		}
		if len(second) != n-len(inside) {
			t.Errorf("%d students: %d inside in the second half", n, len(second))
		}
	}
}
