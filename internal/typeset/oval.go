package typeset

import "math"

// An oval is four Bézier quarters round the origin: wide is half its width, high
// half its height.
type oval struct{ wide, high float64 }

// Fullness is how far the handles of a quarter of an Oval stand from its ends, as
// a part of its width and height. An ellipse's would be 0.55; a table has fuller
// corners, and more room in its middle.
const Fullness = 0.68

// off gives the point of the first quarter at a parameter (0 is the upper end, 1
// the right one), moved outwards by a distance.
func (o oval) off(t, by float64) (x, y float64) {
	u := 1 - t
	x = o.wide * (3*u*u*t*Fullness + 3*u*t*t + t*t*t)
	y = o.high * (u*u*u + 3*u*u*t + 3*u*t*t*Fullness)
	dx := o.wide * (3*u*u*Fullness + 6*u*t*(1-Fullness))
	dy := -o.high * (6*u*t*(1-Fullness) + 3*t*t*Fullness)
	d := math.Hypot(dx, dy)
	if d == 0 {
		return x, y
	}
	return x - by*dy/d, y + by*dx/d
}

// above gives how high the curve that runs outside an oval at a distance stands
// at an x from 0 to its right end.
func (o oval) above(x, by float64) float64 {
	_, y := o.off(halve(func(t float64) bool { px, _ := o.off(t, by); return px < x }), by)
	return y
}

// beside gives how far right that curve stands at a y from 0 to its upper end.
func (o oval) beside(y, by float64) float64 {
	x, _ := o.off(halve(func(t float64) bool { _, py := o.off(t, by); return py > y }), by)
	return x
}

// halve finds the parameter up to which something is so.
func halve(so func(t float64) bool) float64 {
	low, high := 0.0, 1.0
	for range 40 {
		if mid := (low + high) / 2; so(mid) {
			low = mid
		} else {
			high = mid
		}
	}
	return low
}
