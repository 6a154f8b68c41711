package roster

import (
	"fmt"
	"slices"
	"strings"

	"quire/internal/diag"
)

// Deal gives each student one of the forms, so that neighbours have different
// ones and all forms are dealt about equally often. Neighbours stand next to
// each other in the list; with seats they sit left and right, before and behind
// each other, and with four forms or more also diagonally. Forms that the list
// fixes stay. Where neighbours must share, findings name their rows. The same
// class, seats and forms are always dealt the same way.
//
// The result is parallel to class.Students.
func Deal(class *Class, seats *Seats, forms []string, findings *diag.List) []string {
	r := newReport(findings)
	defer r.close()
	if len(forms) == 0 {
		forms = []string{"A"}
	}
	d := &dealing{forms: len(forms)}
	if seats == nil {
		d.near, d.askew = inList(len(class.Students)), make([][]int, len(class.Students))
	} else {
		d.near, d.askew = inRoom(seats)
	}
	if d.forms < 4 {
		d.askew = make([][]int, len(class.Students))
	}
	for _, s := range class.Students {
		fixed := slices.IndexFunc(forms, func(f string) bool { return strings.EqualFold(f, s.Form) })
		if s.Form != "" && fixed < 0 {
			r.error("C9", "unknown", s.FormAt, fmt.Sprintf("row %d: form %s isn't among those that print (%s)", s.Row, s.Form, brief(forms)),
				"Change the cell, or ask for that form too.")
		}
		d.fixed = append(d.fixed, fixed)
	}
	if d.forms == 1 && len(class.Students) > 1 {
		r.note("C9", "one", class.Students[0].At, fmt.Sprintf("there is one form, so that neighbours share it (rows %d to %d)",
			class.Students[0].Row, class.Students[len(class.Students)-1].Row), "Ask for several: --forms A,B.")
	}
	dealt := d.deal()
	if d.forms > 1 {
		d.tell(class, dealt, forms, r)
	}
	out := make([]string, len(dealt))
	for i, f := range dealt {
		out[i] = forms[f]
	}
	return out
}

// Each gives every student a form of their own: 01, 02 … in list order, as wide
// as the last one needs. Forms that the list fixes stay, and nobody else gets
// them.
func Each(class *Class) []string {
	width := max(2, len(fmt.Sprint(len(class.Students))))
	taken := map[string]bool{}
	for _, s := range class.Students {
		taken[s.Form] = true
	}
	out, n := make([]string, len(class.Students)), 0
	for i, s := range class.Students {
		if out[i] = s.Form; s.Form != "" {
			continue
		}
		for out[i] == "" || taken[out[i]] {
			n++
			out[i] = fmt.Sprintf("%0*d", width, n)
		}
	}
	return out
}

func brief(forms []string) string {
	if len(forms) > 8 {
		return strings.Join(forms[:8], ", ") + " …"
	}
	return strings.Join(forms, ", ")
}

// inList gives each of n students those before and after in the list.
func inList(n int) [][]int {
	near := make([][]int, n)
	for i := 1; i < n; i++ {
		near[i-1] = append(near[i-1], i)
		near[i] = append(near[i], i-1)
	}
	return near
}

// inRoom gives each student those left, right, before and behind, and those
// diagonally; both sorted.
func inRoom(seats *Seats) (near, askew [][]int) {
	at := map[[2]int]int{}
	for i, s := range seats.Of {
		if s.Row != 0 {
			at[[2]int{s.Row, s.Column}] = i
		}
	}
	near, askew = make([][]int, len(seats.Of)), make([][]int, len(seats.Of))
	for i, s := range seats.Of {
		if s.Row == 0 {
			continue
		}
		for dr := -1; dr <= 1; dr++ {
			for dc := -1; dc <= 1; dc++ {
				j, ok := at[[2]int{s.Row + dr, s.Column + dc}]
				switch {
				case !ok || j == i:
				case dr == 0 || dc == 0:
					near[i] = append(near[i], j)
				default:
					askew[i] = append(askew[i], j)
				}
			}
		}
		slices.Sort(near[i])
		slices.Sort(askew[i])
	}
	return near, askew
}

// tell reports neighbours who share a form.
func (d *dealing) tell(class *Class, dealt []int, forms []string, r *report) {
	for i := range dealt {
		a := class.Students[i]
		for _, j := range d.near[i] {
			if b := class.Students[j]; i < j && dealt[i] == dealt[j] {
				hint := "Deal more forms, or seat one of them elsewhere."
				if d.fixed[i] >= 0 || d.fixed[j] >= 0 {
					hint = "Change one of the forms that the list fixes, or deal more forms."
				}
				r.add(diag.Finding{Code: "C9", Severity: diag.Warning, At: b.At,
					Message: fmt.Sprintf("rows %d and %d are neighbours and both have form %s", a.Row, b.Row, forms[dealt[i]]), Hint: hint,
					Related: []diag.Related{{At: a.At, Message: fmt.Sprintf("row %d is here", a.Row)}}}, "near")
			}
		}
		for _, j := range d.askew[i] {
			if b := class.Students[j]; i < j && dealt[i] == dealt[j] {
				r.note("C9", "askew", b.At, fmt.Sprintf("rows %d and %d sit diagonally and both have form %s", a.Row, b.Row, forms[dealt[i]]), "Deal more forms if they can see each other's sheets.")
			}
		}
	}
}
