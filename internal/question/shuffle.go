package question

import "slices"

// Shuffles gives for a response the number of parts that a form may shuffle,
// which of them are pinned, and whether the order as written would give the
// answer away (matching and ordering must never print solved). n is 0 for
// what keeps its order.
func Shuffles(r Response) (n int, pinned []bool, hide bool) {
	switch r := r.(type) {
	case Choice:
		if r.Fixed {
			return 0, nil, false
		}
		pinned = make([]bool, len(r.Options))
		for i, o := range r.Options {
			pinned[i] = o.Pinned
		}
		return len(r.Options), pinned, false
	case Match:
		return len(r.Right), pins(r.Right), true
	case Order:
		return len(r.Steps), pins(r.Steps), true
	}
	return 0, nil, false
}

func pins(entries []Entry) []bool {
	pinned := make([]bool, len(entries))
	for i, e := range entries {
		pinned[i] = e.Pinned
	}
	return pinned
}

// Solved says that a response printed in this order shows its own answer: the
// steps of an ordering stand in the right order, or the answers of a matching
// in that of the left column. A nil order is the one as written.
func Solved(r Response, order []int) bool {
	used := 0
	switch r := r.(type) {
	case Match:
		// Right begins with the answers, in the order in which Left needs them.
		for _, p := range r.Pairs {
			used = max(used, p+1)
		}
	case Order:
		used = len(r.Steps)
	default:
		return false
	}
	order = order[:min(used, len(order))]
	return slices.Equal(order, asWritten(len(order)))
}

// orderOf gives the order of a response's n parts in an arrangement; what
// doesn't fit is as if it weren't there.
func (a Arrangement) orderOf(response, n int) []int {
	if response < len(a) && len(a[response]) == n {
		return a[response]
	}
	return asWritten(n)
}

// optionOrder does the same for options, of which a form may leave some out.
func (a Arrangement) optionOrder(response, n int) []int {
	if response >= len(a) || len(a[response]) == 0 || slices.ContainsFunc(a[response], func(i int) bool { return i < 0 || i >= n }) {
		return asWritten(n)
	}
	return a[response]
}

func asWritten(n int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	return order
}

// letter names the i-th option as it is printed: A to Z, then AA.
func letter(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return letter(i/26-1) + letter(i%26)
}
