package diag

import "testing"

func TestNearest(t *testing.T) {
	candidates := []string{"passage", "points", "minutes", "kind", "phase", "in", "for"}
	for _, c := range []struct{ word, want string }{
		{"pasage", "passage"},
		{"passgae", "passage"}, // neighbours swapped count once
		{"Point", "points"},
		{"minuts", "minutes"},
		{"kinde", "kind"},
		{"king", "kind"},
		{"kelp", ""},
		{"on", ""},
		{"fox", "for"},
		{"", ""},
		{"phrase", "phase"},
		{"pase", "phase"},
		{"something else", ""},
	} {
		if got := Nearest(c.word, candidates); got != c.want {
			t.Errorf("Nearest(%q) = %q, want %q", c.word, got, c.want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"a", "", 1}, {"ab", "ba", 1}, {"kitten", "sitting", 3}, {"señor", "senor", 1}, {"abcdef", "a", 4}} {
		if got := Distance([]rune(c.a), []rune(c.b), 4); got != c.want {
			t.Errorf("Distance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
