package pdfcheck

import (
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

var standard = strings.Fields("Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private " +
	"P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form")

// belongs says which parents an element may have.
var belongs = map[string][]string{
	"LI": {"L"}, "LBody": {"LI"}, "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"},
	"THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"},
}

// deepest is how far elements may be nested.
const deepest = 64

func (c *checker) elements() {
	for _, k := range c.kids(c.root) {
		c.element(k, "", deepest)
	}
}

// kids gives an element's children; a single one needs no array.
func (c *checker) kids(e types.Dict) []types.Object {
	o, err := c.x.Dereference(e["K"])
	if err != nil || o == nil {
		return nil
	}
	if a, ok := o.(types.Array); ok {
		return a
	}
	return []types.Object{e["K"]}
}

func (c *checker) element(ref types.Object, parent string, depth int) {
	e, n := c.dict(ref), id(ref)
	if e == nil || n == 0 || depth == 0 {
		c.fail("no element at %v", ref)
		return
	}
	if c.seen[n] {
		c.fail("element %d is reached twice", n)
		return
	}
	c.seen[n] = true
	kind := name(e, "S")
	if !slices.Contains(standard, kind) {
		c.fail("element %d has the kind %q", n, kind)
	}
	if want := belongs[kind]; want != nil && !slices.Contains(want, parent) {
		c.fail("%s %d stands in %q", kind, n, parent)
	}
	c.attributes(e, n, kind)
	linked := false
	for _, k := range c.kids(e) {
		switch k := k.(type) {
		case types.Integer:
			c.marked(n, id(e["Pg"]), k.Value())
		case types.IndirectRef:
			c.element(k, kind, depth-1)
		case types.Dict:
			page := id(e["Pg"])
			if p := id(k["Pg"]); p != 0 {
				page = p
			}
			if name(k, "Type") == "OBJR" {
				c.objects[id(k["Obj"])] = n
				link := name(c.dict(k["Obj"]), "Subtype") == "Link"
				if link && kind != "Link" {
					c.fail("a link's annotation is in %s %d", kind, n)
				}
				linked = linked || link
				continue
			}
			m, _ := number(k["MCID"])
			c.marked(n, page, m)
		}
	}
	if kind == "Link" && !linked {
		c.fail("Link %d has no annotation", n)
	}
	if kind == "Table" {
		c.table(e, n)
	}
}

// marked notes a marked content, which only one element may have.
func (c *checker) marked(element, page, mcid int) {
	k := content{page, mcid}
	if other := c.contents[k]; other != 0 {
		c.fail("content %d of page object %d belongs to %d and %d", mcid, page, other, element)
	}
	c.contents[k] = element
}

func (c *checker) attributes(e types.Dict, n int, kind string) {
	a := c.dict(e["A"])
	switch kind {
	case "H1", "H2", "H3", "H4", "H5", "H6":
		c.levels = append(c.levels, int(kind[1]-'0'))
	case "Figure", "Formula":
		if c.text(e["Alt"]) == "" && c.text(e["ActualText"]) == "" {
			c.fail("%s %d has no text instead", kind, n)
		}
		if kind == "Figure" && len(c.array(a["BBox"])) != 4 {
			c.fail("Figure %d has no bounding box", n)
		}
	case "TH":
		if s := name(a, "Scope"); s != "Row" && s != "Column" && s != "Both" {
			c.fail("TH %d has the scope %q", n, s)
		}
	case "Note":
		if c.text(e["ID"]) == "" {
			c.fail("Note %d has no ID", n)
		}
	}
}

// table checks that all rows are of one width.
func (c *checker) table(t types.Dict, n int) {
	width := -1
	var rows func(e types.Dict, depth int)
	rows = func(e types.Dict, depth int) {
		for _, k := range c.kids(e) {
			r := c.dict(k)
			switch kind := name(r, "S"); {
			case kind == "TR":
				w := 0
				for _, cell := range c.kids(r) {
					w++
					if span, ok := number(c.dict(c.dict(cell)["A"])["ColSpan"]); ok {
						w += span - 1
					}
				}
				if width >= 0 && w != width {
					c.fail("Table %d has rows of %d and %d cells", n, width, w)
				}
				width = w
			case r != nil && depth > 0:
				rows(r, depth-1)
			}
		}
	}
	rows(t, 1)
}

// headings checks that no level is skipped on the way down.
func (c *checker) headings() {
	last := 0
	for _, l := range c.levels {
		if l > last+1 {
			c.fail("H%d follows H%d", l, last)
		}
		last = l
	}
}

// parentTree reads the tree, and checks that it is in order.
func (c *checker) parentTree() {
	last := -1
	var read func(node types.Dict, depth int)
	read = func(node types.Dict, depth int) {
		nums := c.array(node["Nums"])
		for i := 0; i+1 < len(nums); i += 2 {
			k, _ := number(nums[i])
			if k <= last {
				c.fail("key %d of the parent tree follows %d", k, last)
			}
			last = k
			c.parents[k] = nums[i+1]
		}
		for _, k := range c.array(node["Kids"]) {
			d := c.dict(k)
			if d == nil || depth == 0 {
				c.fail("the parent tree has no node %v", k)
				continue
			}
			before := last
			read(d, depth-1)
			if l := c.array(d["Limits"]); len(l) != 2 {
				c.fail("a node of the parent tree has no limits")
			} else if lo, _ := number(l[0]); lo <= before {
				c.fail("limits of the parent tree overlap at %d", lo)
			} else if hi, _ := number(l[1]); hi != last {
				c.fail("limits of the parent tree end at %d, not %d", hi, last)
			}
		}
	}
	read(c.dict(c.root["ParentTree"]), deepest)
	if next, ok := number(c.root["ParentTreeNextKey"]); ok && next <= last {
		c.fail("the parent tree's next key is %d", next)
	}
}
