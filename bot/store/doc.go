// Package store keeps what outlives a restart, when the settings name a file:
// which questions were asked and whether they were answered, and whether an
// answer helped. It is one SQLite file, written through to the disk.
//
// No user's or guild's id is kept, only a hash under a key that is made with
// the file and never leaves it, so that a person's own entries can be found
// again when they ask for their deletion. Everything older than the retention
// goes by itself. What is in a question is its asker's: addresses and long
// numbers are masked before it is written.
//
// Beside them stand the deliveries of callbacks that wait, were made, or were
// given up: [Deliveries] keeps them in the same file, [Memory] for as long as
// the process lives, and one conformance test holds both to the same promises.
package store
