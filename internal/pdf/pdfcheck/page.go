package pdfcheck

import (
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

func (c *checker) page(n int) {
	d, ref, _, err := c.x.PageDict(n, false)
	if err != nil || d == nil || ref == nil {
		c.fail("page %d can't be read: %v", n, err)
		return
	}
	if name(d, "Tabs") != "S" {
		c.fail("page %d: tabs don't follow the structure", n)
	}
	v := &pageCheck{checker: c, n: n, object: id(*ref), parents: nil}
	if k, ok := number(d["StructParents"]); ok {
		v.parents = c.array(c.parents[k])
	}
	run(c, d, n, v)
	if len(v.open) > 0 {
		c.fail("page %d: %d marked contents aren't closed", n, len(v.open))
	}
	for _, a := range c.array(d["Annots"]) {
		c.annotation(n, a)
	}
}

func (c *checker) annotation(page int, ref types.Object) {
	a, n := c.dict(ref), id(ref)
	if n == 0 || a == nil {
		c.fail("page %d: an annotation isn't an object", page)
		return
	}
	e := c.objects[n]
	if e == 0 {
		c.fail("page %d: annotation %d is in no element", page, n)
	}
	k, ok := number(a["StructParent"])
	if !ok || id(c.parents[k]) != e {
		c.fail("page %d: the parent tree gives annotation %d to %d, not %d", page, n, id(c.parents[k]), e)
	}
	if name(a, "Subtype") == "Link" {
		if c.text(a["Contents"]) == "" {
			c.fail("page %d: link %d doesn't say where it leads", page, n)
		}
		if a["Dest"] == nil && a["A"] == nil {
			c.fail("page %d: link %d leads nowhere", page, n)
		}
	}
}

// pageCheck watches a page being painted: everything must be inside marked
// contents that an element has, or inside artifacts.
type pageCheck struct {
	*checker
	n, object int
	parents   types.Array
	open      []byte // 'a' artifact, 'c' content, 's' other
	faults    map[string]bool
}

// once notes a problem once for a page.
func (v *pageCheck) once(problem string) {
	if v.faults == nil {
		v.faults = map[string]bool{}
	}
	if !v.faults[problem] {
		v.faults[problem] = true
		v.fail("page %d: %s", v.n, problem)
	}
}

func (v *pageCheck) begin(tag string, mcid int, marked bool) {
	open := string(v.open)
	switch {
	case tag == "Artifact":
		if strings.Contains(open, "c") {
			v.once("an artifact inside content")
		}
		v.open = append(v.open, 'a')
	case marked:
		if strings.ContainsAny(open, "ac") {
			v.once("content inside content or an artifact")
		}
		v.open = append(v.open, 'c')
		v.content(tag, mcid)
	default:
		v.open = append(v.open, 's')
	}
}

func (v *pageCheck) content(tag string, mcid int) {
	k := content{v.object, mcid}
	if v.painted[k] {
		v.fail("page %d: content %d is painted twice", v.n, mcid)
	}
	v.painted[k] = true
	e := v.contents[k]
	if e == 0 {
		v.fail("page %d: content %d is in no element", v.n, mcid)
	}
	if mcid < 0 || mcid >= len(v.parents) || id(v.parents[mcid]) != e {
		v.fail("page %d: the parent tree doesn't give content %d to element %d", v.n, mcid, e)
	} else if kind := name(v.dict(v.parents[mcid]), "S"); kind != tag {
		v.fail("page %d: content %d is tagged %s, its element %s", v.n, mcid, tag, kind)
	}
}

func (v *pageCheck) end() {
	if len(v.open) == 0 {
		v.once("a marked content ends that never began")
		return
	}
	v.open = v.open[:len(v.open)-1]
}

func (v *pageCheck) paint() {
	if !strings.ContainsAny(string(v.open), "ac") {
		v.once("something is painted outside contents and artifacts")
	}
}

func (v *pageCheck) glyph(g shown) {
	v.paint()
	if g.font == nil {
		v.once("text without a face")
		return
	}
	if p := g.font.problem(g.code); p != "" {
		v.once(p)
	}
}
