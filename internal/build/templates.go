package build

import (
	"io/fs"
	"strings"
	"time"

	"quire/internal/compose"
	"quire/internal/diag"
	"quire/internal/lesson"
	"quire/templates"
)

// readTemplates reads the program's document templates, and those of the
// lesson's own that stand in their place.
func readTemplates(t *target, findings *diag.List) ([]*compose.Template, error) {
	own, where, err := ownFolder(t, "templates")
	if err != nil {
		return nil, err
	}
	return compose.ReadTemplates(templates.FS, own, where, findings)
}

// ownFolder gives a folder of the lesson's own, nil if it has none of that name,
// and what stands before the names of its files in findings.
func ownFolder(t *target, name string) (fs.FS, string, error) {
	if t == nil || t.fsys == nil {
		return nil, "", nil
	}
	if info, err := fs.Stat(t.fsys, name); err != nil || !info.IsDir() {
		return nil, "", nil
	}
	sub, err := fs.Sub(t.fsys, name)
	return sub, t.where + name + "/", err
}

// noSuch says that there is no document, edition … of a name, and which one may
// have been meant.
func noSuch(kind, name string, names []string) error {
	if near := diag.Nearest(name, names); near != "" {
		return misuse("there is no %s %q: did you mean %s?", kind, name, near)
	}
	return misuse("there is no %s %q; there are %s", kind, name, strings.Join(names, ", "))
}

// date is what the files are dated: as asked, else the lesson's date.
func (o *order) date(l *lesson.Lesson) time.Time {
	if !o.Date.IsZero() {
		return o.Date.UTC()
	}
	if d, err := time.Parse(time.DateOnly, l.Meta.Date); err == nil {
		return d
	}
	return epoch
}
