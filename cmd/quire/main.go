// Command quire makes worksheets, keys and discussion guides from hand-written
// prompts that are tied to the passages of an essay.
package main

func main() {}
