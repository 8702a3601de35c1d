package gradus.judge.sandbox;

import java.util.Map;
import java.util.Optional;

/// The numbers of the system calls that the filter uses, for one processor architecture.
///
/// Sources: the kernel's `syscall_64.tbl` for x86-64, and `asm-generic/unistd.h`, which aarch64 follows.
///
/// @param auditArchitecture the architecture as seccomp reports it
/// @param numbers by name; a missing name doesn't exist on the architecture
record SyscallTable(int auditArchitecture, Map<String, Integer> numbers) {

    static final int LANDLOCK_CREATE_RULESET = 444;
    static final int LANDLOCK_ADD_RULE = 445;
    static final int LANDLOCK_RESTRICT_SELF = 446;

    /// The table for this machine, if its system and architecture are supported.
    static Optional<SyscallTable> ofThisMachine() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.empty();
        }
        return switch (System.getProperty("os.arch")) {
            case "amd64" -> Optional.of(X86_64);
            case "aarch64" -> Optional.of(AARCH64);
            default -> Optional.empty();
        };
    }

    int number(String name) {
        return numbers.get(name);
    }

    boolean has(String name) {
        return numbers.containsKey(name);
    }

    private static final SyscallTable X86_64 = new SyscallTable(0xC000003E, NumberTable.parse("""
                    read 0 write 1 close 3 stat 4 fstat 5 lstat 6 poll 7 lseek 8 mmap 9 mprotect 10 munmap 11 brk 12
                    rt_sigaction 13 rt_sigprocmask 14 rt_sigreturn 15 ioctl 16 pread64 17 readv 19 writev 20 access 21 pipe 22
                    sched_yield 24 mremap 25 mincore 27 madvise 28 dup 32 dup2 33 nanosleep 35 getpid 39 clone 56
                    execve 59 exit 60 wait4 61 uname 63 fcntl 72 getcwd 79 chdir 80 readlink 89 umask 95 gettimeofday 96 getrlimit 97
                    getrusage 98 sysinfo 99 times 100 getuid 102 getgid 104 geteuid 107 getegid 108 getppid 110 getpgrp 111
                    rt_sigpending 127 rt_sigtimedwait 128 rt_sigsuspend 130 sigaltstack 131 getpriority 140 setpriority 141 sched_getparam 143
                    sched_getscheduler 145 sched_get_priority_max 146 sched_get_priority_min 147 prctl 157 arch_prctl 158
                    gettid 186 time 201 futex 202 sched_getaffinity 204 getdents64 217 set_tid_address 218 restart_syscall 219
                    fadvise64 221 clock_gettime 228 clock_getres 229 clock_nanosleep 230 exit_group 231 tgkill 234 waitid 247
                    openat 257 newfstatat 262 readlinkat 267 faccessat 269 ppoll 271 set_robust_list 273 get_robust_list 274
                    epoll_create1 291 dup3 292 pipe2 293 prlimit64 302 getcpu 309 seccomp 317 getrandom 318 membarrier 324
                    statx 332 rseq 334 clone3 435 close_range 436 faccessat2 439 unshare 272
                    """));

    private static final SyscallTable AARCH64 = new SyscallTable(0xC00000B7, NumberTable.parse("""
                    getcwd 17 dup 23 dup3 24 fcntl 25 ioctl 29 faccessat 48 chdir 49 openat 56 close 57 pipe2 59 getdents64 61 lseek 62
                    read 63 write 64 readv 65 writev 66 pread64 67 ppoll 73 readlinkat 78 newfstatat 79 fstat 80 exit 93 exit_group 94
                    waitid 95 set_tid_address 96 futex 98 set_robust_list 99 get_robust_list 100 nanosleep 101 clock_gettime 113
                    clock_getres 114 clock_nanosleep 115 sched_getscheduler 120 sched_getparam 121 sched_getaffinity 123 sched_yield 124
                    sched_get_priority_max 125 sched_get_priority_min 126 restart_syscall 128 tgkill 131 sigaltstack 132
                    rt_sigsuspend 133 rt_sigaction 134 rt_sigprocmask 135 rt_sigpending 136 rt_sigtimedwait 137 rt_sigreturn 139
                    setpriority 140 getpriority 141 times 153 uname 160 getrlimit 163 getrusage 165 umask 166 prctl 167 getcpu 168 gettimeofday 169
                    getpid 172 getppid 173 getuid 174 geteuid 175 getgid 176 getegid 177 gettid 178 sysinfo 179 brk 214 munmap 215
                    mremap 216 clone 220 execve 221 mmap 222 fadvise64 223 mprotect 226 mincore 232 madvise 233 wait4 260
                    prlimit64 261 seccomp 277 getrandom 278 membarrier 283 statx 291 rseq 293 unshare 97 clone3 435 close_range 436 faccessat2 439
                    """));
}
