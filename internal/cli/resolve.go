package cli

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"quire/internal/build"
	"quire/internal/diag"
)

// longestRequest is how many bytes a line with a selector may have.
const longestRequest = 1 << 20

func newResolve(stderr io.Writer) *cobra.Command {
	return &cobra.Command{
		Use:   "resolve <text file>",
		Short: "Find passages in a differing copy of a text, for other tools",
		Long: `Read selectors from standard input, a JSON object on each line,

  {"id": …, "selector": {"prefix", "start", "end", "suffix", "exact"}, "len": …}

find each in the text as it is, and write for each a line

  {"id": …, "start": …, "end": …}   or   {"id": …, "lost": true, "why": …}

Places count Unicode code points of the file; the end is not included. A place
whose words are not quite the selector's is "inexact"; "near" names places that
may have been meant. "start" and "end" are a passage's first and last words,
"exact" is all of it, "prefix" and "suffix" stand round it, and "len" is how many
characters it had in the author's copy. A byte that is not UTF-8 counts as one.`,
		Example: `  quire resolve copy.txt < selectors.jsonl > places.jsonl`,
		Args:    misuse(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			r, err := build.NewResolver(args[0])
			if err != nil {
				return err
			}
			done := make(chan error, 1)
			go func() { done <- resolveLines(c.Context(), r, c.InOrStdin(), c.OutOrStdout(), stderr) }()
			select { // whoever interrupts doesn't wait for the next line
			case err := <-done:
				return err
			case <-c.Context().Done():
				return c.Context().Err()
			}
		},
	}
}

// resolveLines answers each line as it comes. Lines that are no requests are
// reported, and give the status of findings when all are read.
func resolveLines(ctx context.Context, r *build.Resolver, in io.Reader, stdout, stderr io.Writer) error {
	lines := bufio.NewReaderSize(in, longestRequest)
	out := bufio.NewWriter(stdout)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	bad := false
	for n := 1; ctx.Err() == nil; n++ {
		line, end, err := nextRequest(lines)
		if err == nil && len(line) > 0 {
			var answer *build.Resolved
			if answer, err = r.Resolve(line); err == nil {
				err = enc.Encode(answer)
				if err != nil {
					return err
				}
			}
		}
		if err != nil {
			bad = true
			fmt.Fprintf(stderr, "line %d: %s\n", n, diag.Visible(err.Error()))
		}
		if end != nil || lines.Buffered() == 0 { // whoever asks may wait for the answer
			if err := out.Flush(); err != nil {
				return err
			}
		}
		switch {
		case end == io.EOF && bad:
			return errStopped
		case end == io.EOF:
			return nil
		case end != nil:
			return fmt.Errorf("the selectors can't be read: %w", end)
		}
	}
	return ctx.Err()
}

// nextRequest reads a line without the spaces at its ends. End says why no more
// can be read, err what is wrong with the line alone.
func nextRequest(lines *bufio.Reader) (line []byte, end, err error) {
	line, end = lines.ReadSlice('\n')
	if errors.Is(end, bufio.ErrBufferFull) {
		for errors.Is(end, bufio.ErrBufferFull) {
			_, end = lines.ReadSlice('\n')
		}
		return nil, end, fmt.Errorf("it is longer than %d bytes", longestRequest)
	}
	return bytes.TrimSpace(line), end, nil
}
