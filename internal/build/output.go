package build

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// A shelf takes a lesson's files: each is written under a temporary name, and
// all get their own names at the end, or none does.
type shelf struct {
	dir   string
	files []shelved
}

type shelved struct{ temporary, final string }

// newShelf makes the folder that the files will be in.
func newShelf(dir string) (*shelf, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("the folder %s can't be made: %w", dir, bare(err))
	}
	sweep(dir)
	return &shelf{dir: dir}, nil
}

// temporary is how the names of temporary files begin.
const temporary = ".quire-"

// sweep removes what a run that was killed left behind an hour ago or more.
func sweep(dir string) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), temporary) || !e.Type().IsRegular() {
			continue
		}
		if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > time.Hour {
			os.Remove(filepath.Join(dir, e.Name()))
		}
	}
}

// write writes one file under a temporary name.
func (s *shelf) write(name string, content func(io.Writer) error) (err error) {
	final := filepath.Join(s.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(final), 0o755); err != nil {
		return fmt.Errorf("the folder %s can't be made: %w", filepath.Dir(final), bare(err))
	}
	f, err := os.CreateTemp(s.dir, temporary+"*")
	if err != nil {
		return fmt.Errorf("%s can't be written: %w", final, bare(err))
	}
	s.files = append(s.files, shelved{f.Name(), final})
	defer func() {
		if closing := f.Close(); err == nil && closing != nil {
			err = fmt.Errorf("%s: %w", final, bare(closing))
		}
	}()
	if err := f.Chmod(0o644); err != nil && !errors.Is(err, errors.ErrUnsupported) {
		return fmt.Errorf("%s: %w", final, bare(err))
	}
	b := bufio.NewWriterSize(f, 1<<16)
	if err := content(b); err != nil {
		return fmt.Errorf("%s: %w", final, bare(err))
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("%s: %w", final, bare(err))
	}
	return nil
}

// keep gives the files their own names, having looked whether each can have it.
// What it could not keep is left for clear.
func (s *shelf) keep() error {
	for _, f := range s.files {
		if info, err := os.Lstat(f.final); err == nil && info.IsDir() {
			return fmt.Errorf("%s can't be written: there is a folder of that name", f.final)
		}
	}
	for i, f := range s.files {
		if err := os.Rename(f.temporary, f.final); err != nil {
			s.files = s.files[i:]
			return fmt.Errorf("%s can't be written: %w", f.final, bare(err))
		}
	}
	s.files = nil
	return nil
}

// clear removes what was not kept.
func (s *shelf) clear() {
	for _, f := range s.files {
		os.Remove(f.temporary)
	}
	s.files = nil
}

// bare takes the path out of a file error: the message names the file already.
func bare(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	var l *os.LinkError
	if errors.As(err, &l) {
		return l.Err
	}
	return err
}
