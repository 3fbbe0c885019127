// Package config reads the settings of the program: one [Config] assembled
// from the Config structs of the packages that use them.
//
// A value comes from the first of four places that has it:
//
//	a flag of the command line       --listen 127.0.0.1:9000
//	the environment                  ALINTI_LISTEN=127.0.0.1:9000
//	the settings file, YAML          listen: 127.0.0.1:9000
//	the default                      [Default]
//
// Everything is checked before anything is used: an unknown key, a value of
// the wrong type or out of range is a [Problem] that names the key, the value,
// the place it stands in and the cure; all problems are told at once.
//
// A secret may also be read from a file named by the key with _file added
// (llm.api_key_file), as container secrets and systemd credentials come. In a
// loaded Config every secret reads "(hidden)", so that no way of printing it
// can show one; [Settings.Revealed] is the one way to the real values.
//
// This is the only package that uses viper, and it uses a fresh one at each
// [Load]: nothing is watched and nothing read after Load returns, so a reload
// is another Load whose result is taken whole or not at all.
package config
