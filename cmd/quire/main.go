// Command quire makes worksheets, keys and discussion guides from hand-written
// prompts that are tied to the passages of an essay.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"quire/internal/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	os.Exit(cli.Main(ctx, os.Args[1:], os.Stdout, os.Stderr))
}
