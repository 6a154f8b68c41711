package form

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"quire/internal/question"
)

func group(entries ...string) []*question.Item {
	var items []*question.Item
	for _, e := range entries {
		id, passage, _ := strings.Cut(e, "@")
		it := &question.Item{ID: id, Type: "short", Tags: question.Tags{Passage: passage}}
		if id == "job" {
			it.Type = "annotate"
		}
		items = append(items, it)
	}
	return items
}

func ids(items []*question.Item) string {
	var s []string
	for _, it := range items {
		s = append(s, it.ID)
	}
	return strings.Join(s, " ")
}

func TestOrder(t *testing.T) {
	items := group("a@turn", "b", "c@turn", "job", "d@end", "e@turn", "f")
	if got := ids(Form{Name: "A", Seed: "s"}.Order(items)); got != ids(items) {
		t.Errorf("unasked: %s", got)
	}
	// A promise, as the orders of options are.
	for name, want := range map[string]string{"A": "job e c a d f b", "B": "job b d a c e f"} {
		f := Form{Name: name, Seed: "s", Questions: true}
		if got := ids(f.Order(items)); got != want {
			t.Errorf("form %s: %s, want %s", name, got, want)
		}
	}
}

func TestOrderKeepsPassagesTogetherAndEditsApart(t *testing.T) {
	items := group("a@turn", "b", "c@turn", "job", "d@end", "e@turn", "f", "g@end")
	orders := map[string]bool{}
	for i := range 200 {
		f := Form{Name: "A", Seed: fmt.Sprint(i), Questions: true}
		got := f.Order(items)
		orders[ids(got)] = true
		if got[0].ID != "job" || len(got) != len(items) {
			t.Fatalf("the job is not in front: %s", ids(got))
		}
		for _, p := range []string{"turn", "end"} {
			of := func(it *question.Item) bool { return it.Tags.Passage == p }
			from := slices.IndexFunc(got, of)
			n := 0
			for from+n < len(got) && of(got[from+n]) {
				n++
			}
			if want := map[string]int{"turn": 3, "end": 2}[p]; n != want {
				t.Fatalf("%d items of %s together: %s", n, p, ids(got))
			}
		}
		without := slices.DeleteFunc(slices.Clone(got), func(it *question.Item) bool { return it.ID == "c" })
		fewer := slices.DeleteFunc(slices.Clone(items), func(it *question.Item) bool { return it.ID == "c" })
		if ids(f.Order(fewer)) != ids(without) {
			t.Fatalf("without c: %s, and with it %s", ids(f.Order(fewer)), ids(got))
		}
	}
	if len(orders) < 100 {
		t.Errorf("only %d orders of 200 seeds", len(orders))
	}
}
