package diag

import "testing"

func TestCounted(t *testing.T) {
	for _, c := range []struct {
		n          int
		what, want string
	}{{0, "seat", "0 seats"}, {1, "copy", "1 copy"}, {2, "copy", "2 copies"}, {31, "more line", "31 more lines"}} {
		if got := Counted(c.n, c.what); got != c.want {
			t.Errorf("Counted(%d, %q) = %q, want %q", c.n, c.what, got, c.want)
		}
	}
}
