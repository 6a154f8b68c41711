package diag

import (
	"fmt"
	"strings"
)

// Counted counts things in a message: "1 copy", "31 copies".
func Counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	if before, ok := strings.CutSuffix(what, "y"); ok {
		what = before + "ie"
	}
	return fmt.Sprintf("%d %ss", n, what)
}
