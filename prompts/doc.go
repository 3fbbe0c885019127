// Package prompts holds what is said to a language model, one file for each
// purpose and language, and fills it in.
//
// A file defines two templates: "system", the instructions, which are the same
// for every question so that a service can cache them, and "user", the data.
// Everything that is filled in goes through [Clean] first: questions and
// articles are data, and no text of theirs can end a fence, start a line of its
// own, imitate an id or a chat template's mark, or carry characters that a
// person cannot see.
package prompts
