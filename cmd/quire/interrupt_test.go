package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"quire/internal/cli"
)

// TestInterruptedReading holds that nobody waits for a long text to be read who
// has asked for an end of it.
func TestInterruptedReading(t *testing.T) {
	t.Chdir(t.TempDir())
	long := strings.Repeat(strings.Repeat("The ferry left the quay before the mist had gone. ", 9)+"\n\n", 900)
	if err := os.WriteFile("long.txt", []byte(long), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"show", "long.txt"},
		{"show", "long.txt", "--find", "the quay"},
		{"new", "long.txt", "lesson"},
		{"build", "long.txt"},
	} {
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		var stdout, stderr bytes.Buffer
		status := cli.Main(ctx, args, &stdout, &stderr)
		if status != 3 || stdout.Len() > 0 || stderr.String() != "quire: interrupted; nothing was left half-written\n" {
			t.Errorf("%v: status %d, it says %q and %q", args, status, stdout.String(), stderr.String())
		}
		if left, err := filepath.Glob("*"); err != nil || len(left) > 1 {
			t.Errorf("%v: files were written: %v", args, left)
		}
	}
}

// TestInterruptedWaiting holds that resolve ends though the next selector has
// yet to come.
func TestInterruptedWaiting(t *testing.T) {
	in, asked, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer asked.Close()
	defer func(old *os.File) { os.Stdin = old }(os.Stdin)
	os.Stdin = in
	file := filepath.Join(t.TempDir(), "copy.txt")
	if err := os.WriteFile(file, []byte("The ferry left the quay."), 0o644); err != nil {
		t.Fatal(err)
	}
	answers, stdout := io.Pipe()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	status := make(chan int, 1)
	go func() { status <- cli.Main(ctx, []string{"resolve", file}, stdout, io.Discard) }()
	if _, err := io.WriteString(asked, `{"id": 1, "selector": {"start": "the quay"}}`+"\n"); err != nil {
		t.Fatal(err)
	}
	if _, err := answers.Read(make([]byte, 100)); err != nil {
		t.Fatal(err)
	}
	time.Sleep(50 * time.Millisecond) // by now it waits for the next
	cancel()
	select {
	case got := <-status:
		if got != 3 {
			t.Errorf("status %d, want 3", got)
		}
	case <-time.After(time.Minute):
		t.Fatal("it waits for another selector")
	}
}
