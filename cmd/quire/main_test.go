package main

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"quire/internal/cli"
)

var update = flag.Bool("update", false, "write what the commands print into the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"quire": func() { os.Exit(cli.Main(context.Background(), os.Args[1:], os.Stdout, os.Stderr)) },
	})
}

// TestBroken runs the lessons that are wrong: each script holds one, with
// everything that Quire prints of it.
func TestBroken(t *testing.T) { run(t, "testdata/broken") }

// TestCommand runs the commands as a teacher would.
func TestCommand(t *testing.T) { run(t, "testdata/command") }

func run(t *testing.T, dir string) {
	testscript.Run(t, testscript.Params{
		Dir:           dir,
		UpdateScripts: *update,
		Setup: func(e *testscript.Env) error {
			shared, err := filepath.Abs("../../../shared")
			if err != nil {
				return err
			}
			e.Setenv("SHARED", shared)
			return nil
		},
		Condition: func(name string) (bool, error) {
			if name == "root" {
				return os.Geteuid() == 0, nil
			}
			_, err := os.Stat("../../../shared/essays")
			return err == nil, nil // "shared"
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"bytes": writeBytes,
			"fill":  fill,
		},
	})
}

// writeBytes writes a file from a Go string literal: bytes FILE '"a\x1b"'.
func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bytes FILE GO-STRING")
	}
	s, err := strconv.Unquote(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(s), 0o644))
}

// fill writes a file of so many bytes, lines of the letter a: fill FILE N.
func fill(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: fill FILE BYTES")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat("aaaaaaa\n", n/8)), 0o644))
}
