package build

import (
	"context"
	"io"
	"path/filepath"

	"quire/internal/diag"
	"quire/internal/lesson"
)

// Locked says what Lock did.
type Locked struct {
	Path     string // of the lock file; empty if findings stopped it
	Essay    *EssayRead
	Lock     *lesson.Lock
	Findings []diag.Finding
}

// Lock writes a lesson's passages.lock from the author's copy of the essay:
// asked, or the one in the lesson's folder. text says which is meant of a file
// that holds several.
func Lock(ctx context.Context, folder, asked, text string) (*Locked, error) {
	t, err := findOne(folder)
	if err != nil {
		return nil, err
	}
	defer t.close()
	if t.dir == "" {
		return nil, misuse("%s is no lesson folder on this machine: a lock is written into the lesson's own folder", folder)
	}
	var findings diag.List
	out := &Locked{}
	defer func() { out.Findings = findings.Sorted() }()
	d, err := lesson.Read(t.fsys, t.name, t.where, &findings)
	if err != nil || d == nil {
		return out, err
	}
	// The lock is made anew: what the old one says of another copy is no matter.
	d.Lock = nil
	e, read, err := readEssay(ctx, asked, text, t, d, &findings)
	if err != nil {
		return out, err
	}
	if e == nil {
		return nil, misuse("a lock is made from the essay's text: add --essay FILE")
	}
	out.Essay = read
	l := d.Resolve(e, lesson.Options{Lines: true}, &findings)
	if findings.Stops() || ctx.Err() != nil {
		return out, ctx.Err()
	}
	out.Lock = lesson.MakeLock(l)
	s, err := newShelf(t.dir)
	if err != nil {
		return out, err
	}
	defer s.clear()
	if err := s.write("passages.lock", func(w io.Writer) error {
		_, err := w.Write(out.Lock.Encode())
		return err
	}); err != nil {
		return out, err
	}
	if err := s.keep(); err != nil {
		return out, err
	}
	out.Path = filepath.Join(t.dir, "passages.lock")
	return out, nil
}
