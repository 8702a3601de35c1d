/// The sandbox of the Linux kernel around a child JVM: Landlock blocks files, seccomp blocks system calls,
/// and resource limits restrict memory and processor time.
package gradus.judge.sandbox;
