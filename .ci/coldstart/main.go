// Command coldstart runs another one many times over and prints how long it
// takes from its start to its end, and how much memory it holds at most.
//
//	go run ./.ci/coldstart [-n RUNS] COMMAND [ARGUMENT…]
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"syscall"
	"time"
)

func main() {
	n := flag.Int("n", 50, "runs")
	flag.Parse()
	if flag.NArg() == 0 || *n < 1 {
		flag.Usage()
		os.Exit(2)
	}
	wall := make([]time.Duration, *n)
	cpu := make([]time.Duration, *n)
	var resident int64 // KiB
	for i := range *n {
		cmd := exec.Command(flag.Arg(0), flag.Args()[1:]...)
		start := time.Now()
		if err := cmd.Run(); err != nil {
			fmt.Fprintln(os.Stderr, "coldstart:", err)
			os.Exit(1)
		}
		wall[i] = time.Since(start)
		cpu[i] = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
		if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
			resident = max(resident, usage.Maxrss)
		}
	}
	slices.Sort(wall)
	slices.Sort(cpu)
	fmt.Printf("%d runs: median %v, slowest %v, CPU time %v; at most %.1f MiB resident\n",
		*n, wall[*n/2].Round(100*time.Microsecond), wall[*n-1].Round(100*time.Microsecond),
		cpu[*n/2].Round(100*time.Microsecond), float64(resident)/1024)
}
