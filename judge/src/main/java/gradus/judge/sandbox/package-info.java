/// What the kernel of Linux denies to a child JVM: files by Landlock, system calls by seccomp, memory and
/// processor time by resource limits.
package gradus.judge.sandbox;
