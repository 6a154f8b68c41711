//go:build !unix

package pdfium

import "io/fs"

// ours trusts the user's cache folder where systems keep it to the user.
func ours(fs.FileInfo) bool { return true }
