package build

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"quire/internal/diag"
	"quire/internal/essay"
	"quire/internal/lesson"
	"quire/internal/reader"
)

// readEssay reads the text that a lesson is about: the file that was asked
// for, else the one in its folder. Nil if there is neither.
func readEssay(ctx context.Context, asked, text string, t *target, d *lesson.Draft, findings *diag.List) (*essay.Essay, *EssayRead, error) {
	var raw []byte
	var err error
	path := asked
	switch {
	case asked != "":
		raw, err = readFile(asked)
	case d.Meta.Essay.File != "":
		path = t.where + d.Meta.Essay.File
		raw, err = readFrom(t.fsys, d.Meta.Essay.File, path)
	default:
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	h := reader.Hints{Title: d.Meta.Essay.Title, Author: d.Meta.Essay.Author, Text: text}
	if lesson.Todos(h.Title) > 0 { // that the author has yet to write it says nothing of the file
		h.Title = ""
	}
	if lesson.Todos(h.Author) > 0 {
		h.Author = ""
	}
	if d.Lock != nil {
		for _, p := range d.Lock.Paragraphs {
			h.Opens = append(h.Opens, p.Opens)
		}
	}
	e, err := readApart(ctx, path, raw, h, findings)
	if err != nil {
		return nil, nil, whichText(err)
	}
	return e, essayRead(path, e), nil
}

// readApart reads an essay, and doesn't wait for it when ctx ends. A reader that
// is left so writes no files but what the PDF engine keeps in its cache, which is
// whole or not there; the program ends soon after.
func readApart(ctx context.Context, name string, raw []byte, h reader.Hints, findings *diag.List) (*essay.Essay, error) {
	var e *essay.Essay
	var err error
	var found diag.List
	done := make(chan struct{})
	go func() {
		defer close(done)
		e, err = reader.Read(name, raw, h, &found)
	}()
	select {
	case <-done:
		findings.Add(found.Sorted()...)
		return e, err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// whichText makes of a file that holds several texts a Misuse that lists them.
func whichText(err error) error {
	var several *reader.SeveralTexts
	if !errors.As(err, &several) {
		return err
	}
	m := &Misuse{message: fmt.Sprintf("%v: add --text with the number of one, or words of its title or author", several)}
	for i, t := range several.Texts {
		if i == mostTexts {
			m.Choices = append(m.Choices, fmt.Sprintf("and %d more", len(several.Texts)-i))
			break
		}
		m.Choices = append(m.Choices, fmt.Sprintf("%3d  %s", i+1, t))
	}
	return m
}

// mostTexts bounds the list of a file's texts.
const mostTexts = 100

// readFile reads a file that the teacher named.
func readFile(name string) ([]byte, error) {
	return readRegular(name,
		func() (fs.FileInfo, error) { return os.Stat(name) },
		func() (fs.File, error) { return os.Open(name) })
}

// readFrom reads a file of a lesson's folder.
func readFrom(fsys fs.FS, name, shown string) ([]byte, error) {
	return readRegular(shown,
		func() (fs.FileInfo, error) { return fs.Stat(fsys, name) },
		func() (fs.File, error) { return fsys.Open(name) })
}

// readRegular reads a file that is a regular one: others are not even opened.
// Of one that is too large it gives a byte more than the reader takes, which
// then says so.
func readRegular(name string, stat func() (fs.FileInfo, error), open func() (fs.File, error)) ([]byte, error) {
	info, err := stat()
	switch {
	case err != nil:
		return nil, plainPathError(name, err)
	case info.IsDir():
		return nil, misuse("%s is a folder; the essay is a file", name)
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is not a regular file", name)
	}
	f, err := open()
	if err != nil {
		return nil, plainPathError(name, err)
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, reader.Limit+1))
	if err != nil {
		return nil, plainPathError(name, err)
	}
	return raw, nil
}

// plainPathError says what went wrong with a file as a person would.
func plainPathError(name string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return misuse("there is no file %s", name)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s can't be opened: no permission", name)
	}
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return fmt.Errorf("%s: %w", name, err)
}
