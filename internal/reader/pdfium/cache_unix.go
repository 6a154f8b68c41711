//go:build unix

package pdfium

import (
	"io/fs"
	"os"
	"syscall"
)

// ours says that a folder is the user's own and no one else may write there.
func ours(info fs.FileInfo) bool {
	s, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(s.Uid) == os.Geteuid() && info.Mode().Perm()&0o022 == 0
}
