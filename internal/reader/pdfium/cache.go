package pdfium

import (
	"io/fs"
	"os"
	"path/filepath"
)

// maxCache is how large the cache may grow before it is emptied: versions of
// the engine come and go, each leaves about 21 MB.
const maxCache = 80 << 20

// usable makes the cache's folder, and gives "" if code that is found there
// can't be trusted, or nothing can be kept there: the folder must be a real
// one, ours, and closed to others.
func usable(dir string) string {
	if dir == "" || !filepath.IsAbs(dir) || os.MkdirAll(dir, 0o700) != nil {
		return ""
	}
	info, err := os.Lstat(dir)
	if err != nil || !info.IsDir() || !ours(info) {
		return ""
	}
	probe, err := os.CreateTemp(dir, "probe")
	if err != nil {
		return ""
	}
	probe.Close()
	os.Remove(probe.Name())
	if size(dir) > maxCache && os.RemoveAll(dir) == nil {
		return usable(dir)
	}
	return dir
}

// filled says that a compiled engine seems to be in a cache. If it is another
// version's, the compiler runs once more.
func filled(dir string) bool { return dir != "" && size(dir) > 4<<20 }

// size gives the bytes of a folder's files.
func size(dir string) int64 {
	var n int64
	filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err != nil {
			return fs.SkipDir
		}
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() {
			n += info.Size()
		}
		return nil
	})
	return n
}
