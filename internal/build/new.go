package build

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"quire/internal/diag"
	"quire/internal/essay"
	"quire/internal/lesson"
	"quire/internal/passage"
	"quire/internal/question"
)

// NewRequest asks for a new lesson.
type NewRequest struct {
	Essay  string // the file
	Text   string // which of its texts, if it holds several
	Folder string // to write; named after the essay's title if empty
	Rights string // in the essay; restricted if empty
}

// Started says what New wrote.
type Started struct {
	Folder          string
	Files           []string // of the folder
	Essay           *EssayRead
	Copied          bool // the essay is in the folder
	Passages, Todos int
	Findings        []diag.Finding
}

// New starts a lesson from an essay's file: a folder with a lesson.md that
// checks clean but for its TODOs, a lock, and the essay itself if the rights
// allow it. It never writes over anything, and leaves all of it or nothing.
func New(ctx context.Context, r NewRequest) (*Started, error) {
	rights, err := rightsOf(r.Rights)
	if err != nil {
		return nil, err
	}
	var findings diag.List
	out := &Started{Copied: rights.Printable()}
	defer func() { out.Findings = findings.Sorted() }()
	e, read, err := readEssay(ctx, r.Essay, r.Text, &target{}, &lesson.Draft{}, &findings)
	if err != nil {
		return nil, err
	}
	out.Essay = read
	base := filepath.Base(r.Essay)
	name := strings.TrimSuffix(base, filepath.Ext(base))
	out.Folder = filepath.Clean(r.Folder)
	if r.Folder == "" {
		out.Folder = folderName(firstOf(plainValue(e.Title), plainValue(name)))
	}
	if info, err := os.Lstat(out.Folder); err == nil {
		what := "file"
		if info.IsDir() {
			what = "folder"
		}
		return nil, misuse("there is a %s %s already, and nothing is written over: name another folder after the essay's file, or move that one away", what, out.Folder)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("the folder %s can't be made: %w", out.Folder, bare(err))
	}
	return out, out.write(ctx, e, rights, name)
}

func rightsOf(s string) (lesson.Rights, error) {
	all := []string{string(lesson.Restricted), string(lesson.PublicDomain), string(lesson.Own), string(lesson.Licensed)}
	switch {
	case s == "":
		return lesson.Restricted, nil
	case slices.Contains(all, s):
		return lesson.Rights(s), nil
	}
	return "", noSuch("rights", s, all)
}

// write makes the folder under another name, and gives it its own when all is
// in it.
func (s *Started) write(ctx context.Context, e *essay.Essay, rights lesson.Rights, name string) error {
	parent := filepath.Dir(s.Folder)
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return fmt.Errorf("the folder %s can't be made: %w", parent, bare(err))
	}
	dir, err := os.MkdirTemp(parent, temporary+"new-*")
	if err != nil {
		return fmt.Errorf("the folder %s can't be made: %w", s.Folder, bare(err))
	}
	defer os.RemoveAll(dir)
	if err := os.Chmod(dir, 0o755); err != nil && !errors.Is(err, errors.ErrUnsupported) {
		return fmt.Errorf("the folder %s can't be made: %w", s.Folder, bare(err))
	}
	file := ""
	if s.Copied {
		file = "essay.md"
		if err := s.put(dir, file, []byte(essayMarkdown(e))); err != nil {
			return err
		}
		// From here on the essay is what the lesson will read.
		if e, _, err = readEssay(ctx, filepath.Join(dir, file), "", &target{}, &lesson.Draft{}, &diag.List{}); err != nil {
			return err
		}
	}
	text := lessonText(e, passage.NewIndex(e), rights, file, name)
	s.Todos = lesson.Todos(text)
	if err := s.put(dir, "lesson.md", []byte(text)); err != nil {
		return err
	}
	lock, err := s.lock(dir, e)
	if err != nil {
		return err
	}
	if err := s.put(dir, "passages.lock", lock); err != nil {
		return err
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err := os.Rename(dir, s.Folder); err != nil {
		return fmt.Errorf("the folder %s can't be made: %w", s.Folder, bare(err))
	}
	return nil
}

func (s *Started) put(dir, name string, content []byte) error {
	shelf, err := newShelf(dir)
	if err != nil {
		return err
	}
	defer shelf.clear()
	if err := shelf.write(name, func(w io.Writer) error { _, err := w.Write(content); return err }); err != nil {
		return err
	}
	s.Files = append(s.Files, name)
	return shelf.keep()
}

// lock makes the lock of the lesson in a folder. That the lesson can't be tied
// to the very essay that it was made of is a bug.
func (s *Started) lock(dir string, e *essay.Essay) ([]byte, error) {
	t, err := openFolder(dir)
	if err != nil {
		return nil, err
	}
	defer t.close()
	var findings diag.List
	d, err := lesson.Read(t.fsys, filepath.Base(s.Folder), s.Folder+"/", &findings)
	if err != nil {
		return nil, err
	}
	if d != nil {
		l := d.Resolve(e, lesson.Options{Lines: true}, &findings)
		if !findings.Stops() {
			s.Passages = len(l.Passages)
			return lesson.MakeLock(l).Encode(), nil
		}
	}
	var b strings.Builder
	diag.Print(&b, findings.Sorted(), diag.Error)
	return nil, fmt.Errorf("the lesson that Quire wrote has mistakes, which is Quire's own mistake; nothing was kept:\n%s", b.String())
}

// folderName makes a folder's name of a title: small letters and digits with
// hyphens between them, a name that every system takes.
func folderName(title string) string {
	if strings.IndexFunc(title, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0 {
		return "lesson"
	}
	name := question.Slug(title)
	switch device := strings.TrimRight(name, "0123456789"); {
	case slices.Contains([]string{"con", "prn", "aux", "nul"}, name),
		(device == "com" || device == "lpt") && len(name) == 4:
		return name + "-lesson"
	}
	return name
}
