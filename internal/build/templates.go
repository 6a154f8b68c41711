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
	var own fs.FS
	where := ""
	if t != nil && t.fsys != nil {
		if info, err := fs.Stat(t.fsys, "templates"); err == nil && info.IsDir() {
			sub, err := fs.Sub(t.fsys, "templates")
			if err != nil {
				return nil, err
			}
			own, where = sub, t.where+"templates/"
		}
	}
	return compose.ReadTemplates(templates.FS, own, where, findings)
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
