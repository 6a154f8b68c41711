package cli

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"quire/internal/build"
)

// classFlags are those for forms and for a class.
func classFlags(c *cobra.Command, r *build.Request) {
	f := c.Flags()
	f.StringSliceVar(&r.Forms, "forms", nil, "print these `FORMS`: A,B,C, or a number of them, or with a class list each, for one a student")
	f.StringVar(&r.Shuffle, "shuffle", "", "shuffle `WHAT` besides options: questions (those of one passage stay together)")
	f.StringVar(&r.Class, "class", "", "print a copy for each student of the class list in `FILE` (CSV)")
	f.StringVar(&r.Seats, "seats", "", "let neighbours by the seating `FILE` (CSV) have different forms")
	f.StringVar(&r.Sort, "sort", "", "put the copies in the `ORDER` of the list, or by name, group or form")
	f.BoolVar(&r.Circles, "circles", false, "deal the class into an inner and an outer circle with partners, the same for the same seed")
	f.BoolVar(&r.Separate, "separate", false, "write a file for each student instead of one packet")
	f.StringVar(&r.Shard, "shard", "", "print only `PART` of the class, such as 2/8")
}

// progress tells a person who is watching how far a class is, and how long it
// will take. Nobody is watching a file or a pipe.
func progress(stderr io.Writer) func(done, total int) {
	f, ok := stderr.(*os.File)
	if !ok {
		return nil
	}
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return nil
	}
	start := time.Now()
	told := start
	return func(done, total int) {
		now := time.Now()
		switch {
		case done == total && told.After(start):
			fmt.Fprintf(stderr, "\r%s\r", strings.Repeat(" ", 60))
		case done < total && now.Sub(told) > 200*time.Millisecond:
			told = now
			left := now.Sub(start) * time.Duration(total-done) / time.Duration(done)
			fmt.Fprintf(stderr, "\r%-60s", fmt.Sprintf("  %d of %d copies, about %s left", done, total, left.Round(time.Second)))
		}
	}
}
