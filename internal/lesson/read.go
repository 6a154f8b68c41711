package lesson

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"quire/internal/diag"
	"quire/internal/markup"
	"quire/internal/source"
)

const (
	mainFile = "lesson.md"
	lockFile = "passages.lock"
)

// Read loads and parses a lesson from the root of fsys: lesson.md, parts/*.md,
// passages.lock; of the essay's file it only looks whether it is there. Only
// regular files inside fsys are read, within the size limits. Name is the
// folder's, where that of findings' files ("cienfuegos/" prefixed to file names
// as the author would type them; may be empty).
//
// An error is trouble with the files themselves; mistakes are findings. The
// draft is nil if there is no lesson.md that can be read.
func Read(fsys fs.FS, name, where string, findings *diag.List) (*Draft, error) {
	f := &folder{fsys: fsys, where: where, findings: findings}
	main, err := f.lesson()
	if err != nil {
		return nil, err
	}
	parts, err := f.partTexts()
	if err != nil || main == nil {
		return nil, err
	}
	d := &Draft{Name: name}
	file := markup.Parse(main, findings)
	front := readFront(file, name, findings)
	d.Meta = front.meta
	d.parsed = parsed{typed: path.Clean(where), start: main.Span(0, 0), essayAt: front.essayAt, titleAt: front.titleAt, essayUnread: front.essayUnread, essayRefused: front.fileRefused, brief: file.Blocks, defaults: front.defaults}
	s := &sorter{out: &d.parsed, declared: map[string]source.Span{}}
	s.collect(findings, func() {
		s.file(file)
		s.allow(d.parsed.defaults, source.Span{})
		s.allows(file.Sections, len(main.Body))
	})
	for _, t := range parts {
		parsed := markup.Parse(t, findings)
		s.collect(findings, func() { s.part(parsed); s.allows(parsed.Sections, len(t.Body)) })
	}
	s.collect(findings, func() { d.parsed.checkPrompts(s.findings) })
	reportTodos(append([]*source.Text{main}, parts...), findings)
	f.lookAtTemplates()
	if err := d.findEssay(f, front); err != nil {
		return nil, err
	}
	if err := d.findLock(f); err != nil {
		return nil, err
	}
	d.Texts = f.texts
	return d, nil
}

func (f *folder) lesson() (*source.Text, error) {
	there, ok, err := f.look(mainFile)
	if err != nil {
		return nil, err
	}
	if !there {
		f.refuse(mainFile, "there is no lesson.md in this folder", "Create it, or name the folder of a lesson.")
	}
	if !ok {
		return nil, nil
	}
	return f.read(mainFile)
}

func (f *folder) partTexts() ([]*source.Text, error) {
	names, err := f.parts()
	if err != nil {
		return nil, err
	}
	var texts []*source.Text
	for _, name := range names {
		there, ok, err := f.look(name)
		if err != nil {
			return nil, err
		}
		if !there {
			f.refuse(name, "the link leads nowhere", "Remove it, or put the file in its place.")
		}
		if !ok {
			continue
		}
		if f.full(name) {
			break
		}
		t, err := f.read(name)
		if err != nil {
			return nil, err
		}
		if t != nil {
			texts = append(texts, t)
		}
	}
	return texts, nil
}

// collect passes on the findings about one file.
func (s *sorter) collect(to *diag.List, sort func()) {
	s.findings = &diag.List{}
	sort()
	passOn(s.findings, to)
}

// part takes a file of parts/: it has sections and nothing before them.
func (s *sorter) part(f *markup.File) {
	if f.Front != nil {
		s.wrong(f.Text.Span(0, 3), "front matter belongs into lesson.md alone", "Move it there, and begin this file with a first-level heading.")
	}
	if len(f.Blocks) > 0 {
		s.wrong(orAt(f.Blocks[0].Span(), f.Text.Span(0, 0)), "a file of parts/ begins with a first-level heading", "Put a heading such as “# Worksheet” above this, or move it into lesson.md.")
	}
	s.file(f)
}

// findEssay settles which file of the folder is the essay: the one that the
// front matter names, else the only one of essay.txt and essay.md. It is
// looked at, not read.
func (d *Draft) findEssay(f *folder, front *front) error {
	if name := d.Meta.Essay.File; name != "" {
		d.Meta.Essay.File = ""
		info, err := fs.Stat(f.fsys, name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			front.wrong(front.fileAt, fmt.Sprintf("there is no file “%s” in the lesson's folder", name), "Put the essay there, or take “file” out of the front matter and bring the essay with --essay FILE.")
		case leadsOut(err):
			front.wrong(front.fileAt, "the essay's file leads out of the lesson's folder", "Copy the file into the folder: links may not leave it.")
		case err != nil:
			return f.trouble("look at", name, err)
		case !info.Mode().IsRegular():
			front.wrong(front.fileAt, "the essay's file is "+kindOf(info.Mode())+", not a file", "Name a plain file in the lesson's folder.")
		case f.ownText(name, info):
			front.wrong(front.fileAt, fmt.Sprintf("“%s” belongs to the lesson, and is not the essay", name), "Name the file that holds the essay's text.")
		default:
			d.Meta.Essay.File = name
		}
		d.parsed.essayRefused = d.Meta.Essay.File == ""
		return nil
	}
	var found []string
	for _, name := range []string{"essay.txt", "essay.md"} {
		there, ok, err := f.look(name)
		if err != nil {
			return err
		}
		if ok {
			if info, err := fs.Stat(f.fsys, name); err == nil && f.ownText(name, info) {
				f.refuse(name, "this is the lesson's own text under another name", "Put the essay's text there.")
				ok = false
			}
		}
		d.parsed.essayRefused = d.parsed.essayRefused || there && !ok
		if ok {
			found = append(found, name)
		}
	}
	switch len(found) {
	case 1:
		d.Meta.Essay.File = found[0]
		if !front.rights {
			f.findings.Warn("front-matter", orAt(front.essayAt, d.parsed.start), "nothing says what rights there are in the essay, so its text is not printed",
				"Write “rights: own”, “public-domain”, “licensed” or “restricted” under “essay” in the front matter.")
		}
	case 2:
		front.wrong(orAt(front.essayAt, d.parsed.start), "the folder has both essay.txt and essay.md", "Say which one is meant: “file: essay.txt” under “essay” in the front matter.")
	}
	return nil
}

// ownText says that a file of the folder is the lesson's and can't be its
// essay: the text with its answers, the lock, a template, or a link to one.
func (f *folder) ownText(name string, info fs.FileInfo) bool {
	name = strings.ToLower(path.Clean(name)) // file systems may not tell A from a
	if name == mainFile || name == lockFile || strings.HasPrefix(name, "parts/") || strings.HasPrefix(name, "templates/") {
		return true
	}
	return slices.ContainsFunc(f.texts, func(t *source.Text) bool {
		own, err := fs.Stat(f.fsys, strings.TrimPrefix(t.Name, f.where))
		return err == nil && os.SameFile(own, info)
	})
}

// findLock reads passages.lock if there is one. What is wrong with it is kept
// for Resolve, which knows whether the lock is needed.
func (d *Draft) findLock(f *folder) error {
	var about diag.List
	f.findings = &about
	defer func() { d.parsed.lock = about.Sorted() }()
	_, ok, err := f.look(lockFile)
	if !ok || err != nil || f.full(lockFile) {
		return err
	}
	t, err := f.read(lockFile)
	if t != nil {
		d.Lock = DecodeLock(t, &about)
	}
	return err
}
