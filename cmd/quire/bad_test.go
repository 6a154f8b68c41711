package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"quire/internal/cli"
)

const badInputs = "../../../shared/bad-inputs"

// TestBadInputs holds what Quire does with each of the bad and awkward files:
// the exit status, one plain sentence, no more.
func TestBadInputs(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(badInputs, "expected.json"))
	if err != nil {
		t.Skip("the bad inputs for testing are not here: ", err)
	}
	var all []struct{ File, Exit string }
	if err := json.Unmarshal(raw, &all); err != nil {
		t.Fatal(err)
	}
	dir, err := filepath.Abs(badInputs)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	for _, c := range all {
		t.Run(c.File, func(t *testing.T) {
			status, stdout, stderr := quire("show", filepath.Join(dir, c.File), "--json")
			checkOutcome(t, c.Exit, status, stdout, stderr)
			if left, err := filepath.Glob("*"); err != nil || len(left) > 0 {
				t.Errorf("files were written: %v", left)
			}
		})
	}
}

func quire(args ...string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	status = cli.Main(context.Background(), args, &out, &errs)
	return status, out.String(), errs.String()
}

// checkOutcome compares with "ok", "error", "ok with warning", or two of them
// with "or" between.
func checkOutcome(t *testing.T, want string, status int, stdout, stderr string) {
	t.Helper()
	may := strings.Split(want, " or ")
	got := "ok"
	switch {
	case status != 0:
		got = "error"
	case strings.Contains(stderr, "warning: "):
		got = "ok with warning"
	}
	ok := false
	for _, m := range may {
		ok = ok || m == got || m == "ok" && status == 0
	}
	if !ok {
		t.Errorf("%s (status %d), want %s; it says %q", got, status, want, stderr)
	}
	if status != 0 {
		if stdout != "" || strings.Count(stderr, "\n") != 1 || !strings.HasPrefix(stderr, "quire: ") || len(stderr) > 400 {
			t.Errorf("not one plain sentence: %q, and on standard output %q", stderr, stdout[:min(len(stdout), 200)])
		}
	} else if len(stdout) < 400 {
		t.Errorf("hardly an essay: %q", stdout)
	}
	for _, s := range []string{"goroutine ", "panic", ".go:", "\x00", "\uFEFF", "\u202E"} {
		if strings.Contains(stdout+stderr, s) {
			t.Errorf("%q in the output", s)
		}
	}
	if !utf8.ValidString(stdout + stderr) {
		t.Error("the output is not UTF-8")
	}
}
