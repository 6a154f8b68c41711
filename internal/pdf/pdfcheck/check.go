// Package pdfcheck checks a PDF for what a machine can check of PDF/UA-1
// (ISO 14289-1; the Matterhorn protocol's failure conditions), as far as
// Quire's files use it, and extracts text. It is for tests: a file comes in,
// problems go out. It reads with pdfcpu and shares nothing with the writer.
package pdfcheck

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Check says what is wrong with a file, nothing if all is well.
func Check(file []byte) (problems []string) {
	c, err := open(file)
	if err != nil {
		return []string{err.Error()}
	}
	c.catalogue()
	c.elements()
	c.headings()
	c.parentTree()
	for n := 1; n <= c.x.PageCount; n++ {
		c.page(n)
	}
	for k, e := range c.contents {
		if !c.painted[k] {
			c.fail("element %d names content %d, which page object %d lacks", e, k.mcid, k.page)
		}
	}
	slices.Sort(c.problems)
	return c.problems
}

// checker holds a file and what was found of its structure.
type checker struct {
	x        *model.Context
	problems []string

	root     types.Dict           // the structure's
	seen     map[int]bool         // element objects
	levels   []int                // of headings, in order
	contents map[content]int      // the element of each marked content
	objects  map[int]int          // the element of each annotation
	parents  map[int]types.Object // the parent tree
	painted  map[content]bool
	fonts    map[int]*font
}

// content is a marked content: the number of its page's object, and its own.
type content struct{ page, mcid int }

// unconfigured keeps pdfcpu from writing a configuration file into the user's
// home.
var unconfigured sync.Once

func open(file []byte) (*checker, error) {
	unconfigured.Do(func() { model.ConfigPath = "disable" })
	c := model.NewDefaultConfiguration()
	c.ValidationMode = model.ValidationStrict
	x, err := api.ReadContext(bytes.NewReader(file), c)
	if err != nil {
		return nil, fmt.Errorf("can't be read: %w", err)
	}
	if err := api.ValidateContext(x); err != nil {
		return nil, fmt.Errorf("isn't valid: %w", err)
	}
	return &checker{
		x: x, seen: map[int]bool{}, contents: map[content]int{}, objects: map[int]int{},
		parents: map[int]types.Object{}, painted: map[content]bool{}, fonts: map[int]*font{},
	}, nil
}

func (c *checker) fail(format string, args ...any) {
	c.problems = append(c.problems, fmt.Sprintf(format, args...))
}

func (c *checker) dict(o types.Object) types.Dict {
	d, err := c.x.DereferenceDict(o)
	if err != nil {
		return nil
	}
	return d
}

func (c *checker) array(o types.Object) types.Array {
	a, err := c.x.DereferenceArray(o)
	if err != nil {
		return nil
	}
	return a
}

// stream gives a stream's decoded content.
func (c *checker) stream(o types.Object) []byte {
	s, _, err := c.x.DereferenceStreamDict(o)
	if err != nil || s == nil || s.Decode() != nil {
		return nil
	}
	return s.Content
}

// text gives a text string, "" for none.
func (c *checker) text(o types.Object) string {
	o, err := c.x.Dereference(o)
	if err != nil || o == nil {
		return ""
	}
	s, err := c.x.DereferenceText(o)
	if err != nil {
		return ""
	}
	return s
}

func name(d types.Dict, key string) string {
	if n := d.NameEntry(key); n != nil {
		return *n
	}
	return ""
}

func number(o types.Object) (int, bool) {
	n, ok := o.(types.Integer)
	return n.Value(), ok
}

// id is the number of a referred object, 0 for a direct one.
func id(o types.Object) int {
	if r, ok := o.(types.IndirectRef); ok {
		return r.ObjectNumber.Value()
	}
	return 0
}

func truth(d types.Dict, key string) bool {
	b := d.BooleanEntry(key)
	return b != nil && *b
}

// catalogue checks what a file says of itself.
func (c *checker) catalogue() {
	cat, err := c.x.Catalog()
	if err != nil {
		c.fail("no catalogue: %v", err)
		return
	}
	if !truth(c.dict(cat["MarkInfo"]), "Marked") {
		c.fail("the file isn't marked as tagged")
	}
	if c.text(cat["Lang"]) == "" {
		c.fail("the file has no language")
	}
	if !truth(c.dict(cat["ViewerPreferences"]), "DisplayDocTitle") {
		c.fail("the title isn't shown")
	}
	xmp := string(c.stream(cat["Metadata"]))
	for _, want := range []string{"<pdfuaid:part>1</pdfuaid:part>", "<dc:title>"} {
		if !strings.Contains(xmp, want) {
			c.fail("the metadata lack %s", want)
		}
	}
	if c.root = c.dict(cat["StructTreeRoot"]); c.root == nil {
		c.fail("there is no structure")
	}
}
