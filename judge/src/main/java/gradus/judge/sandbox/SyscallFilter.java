package gradus.judge.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// A filter of the system calls that a process can make: a seccomp filter, in classic BPF, that allows a list
/// and returns EPERM for everything else.
///
/// Child processes inherit a filter, and it can't be removed. Sources: seccomp(2), and the kernel's
/// `Documentation/userspace-api/seccomp_filter.rst`.
final class SyscallFilter {

    private static final int LOAD = 0x20;
    private static final int JUMP_EQUAL = 0x15;
    private static final int JUMP_AT_LEAST = 0x35;
    private static final int JUMP_ANY_BIT = 0x45;
    private static final int RETURN = 0x06;

    private static final int ALLOW = 0x7FFF0000;
    private static final int KILL = 0x80000000;
    private static final int ERROR = 0x00050000;
    private static final int EPERM = 1;
    private static final int EACCES = 13;
    private static final int ENOSYS = 38;

    private static final int OFFSET_NUMBER = 0;
    private static final int OFFSET_ARCHITECTURE = 4;
    private static final int OFFSET_ARGUMENTS = 16;

    private static final int FIRST_X32 = 0x40000000;
    private static final int CLONE_VFORK = 0x4000;
    private static final int CLONE_THREAD = 0x10000;
    private static final int OPEN_FOR_WRITING = 0x1 | 0x2 | 0x40 | 0x200 | 0x400;

    /// The calls that a JVM and the helper that starts it need.
    private static final String ALLOWED = """
            read write close stat fstat lstat poll lseek mmap mprotect munmap brk rt_sigaction rt_sigprocmask rt_sigreturn
            ioctl pread64 readv writev access pipe sched_yield mremap mincore madvise dup dup2 nanosleep getpid execve
            exit wait4 uname fcntl getcwd chdir readlink umask gettimeofday getrlimit getrusage sysinfo times getuid getgid
            geteuid getegid getppid getpgrp rt_sigpending rt_sigtimedwait rt_sigsuspend sigaltstack getpriority sched_getparam
            sched_getscheduler sched_get_priority_max sched_get_priority_min arch_prctl gettid time futex sched_getaffinity
            getdents64 set_tid_address restart_syscall fadvise64 clock_gettime clock_getres clock_nanosleep exit_group waitid
            newfstatat readlinkat faccessat ppoll set_robust_list get_robust_list dup3 pipe2 getcpu getrandom membarrier statx
            rseq close_range faccessat2
            """;

    private final List<int[]> program = new ArrayList<>();

    private SyscallFilter() {}

    /// The filter for a child process of the judge: it can start threads but no processes, read files but
    /// write none, and has no network.
    static SyscallFilter forWorkers(SyscallTable syscallTable) {
        var filter = new SyscallFilter();
        filter.add(LOAD, 0, 0, OFFSET_ARCHITECTURE);
        filter.add(JUMP_EQUAL, 1, 0, syscallTable.auditArchitecture());
        filter.add(RETURN, 0, 0, KILL);
        filter.add(LOAD, 0, 0, OFFSET_NUMBER);
        filter.add(JUMP_AT_LEAST, 0, 1, FIRST_X32);
        filter.add(RETURN, 0, 0, KILL);
        for (String name : ALLOWED.strip().split("\\s+")) {
            if (syscallTable.has(name)) {
                filter.add(JUMP_EQUAL, 0, 1, syscallTable.number(name));
                filter.add(RETURN, 0, 0, ALLOW);
            }
        }
        filter.denyIfAnyBit(syscallTable.number("openat"), 2, OPEN_FOR_WRITING, EACCES);
        filter.allowIfAnyBit(syscallTable.number("clone"), 0, CLONE_THREAD | CLONE_VFORK, EPERM);
        filter.deny(syscallTable.number("clone3"), ENOSYS);
        filter.allowIfOneOf(syscallTable.number("prctl"), 0, EPERM, 1, 15, 16, 38, 0x53564D41);
        filter.allowIfNull(syscallTable.number("prlimit64"), 2, EPERM);
        filter.add(RETURN, 0, 0, ERROR | EPERM);
        return filter;
    }

    /// Installs the filter for the calling thread and every process that it starts.
    void install(SyscallTable syscallTable) {
        try (Arena arena = Arena.ofConfined()) {
            byte[] bytes = bytes();
            MemorySegment code = arena.allocate(bytes.length, 8);
            MemorySegment.copy(bytes, 0, code, JAVA_BYTE, 0, bytes.length);
            MemorySegment header = arena.allocate(16, 8);
            header.set(JAVA_SHORT, 0, (short) program.size());
            header.set(JAVA_LONG, 8, code.address());
            LinuxSyscalls.callOrThrow("seccomp", syscallTable.number("seccomp"), 1, 0, header.address(), 0, 0);
        }
    }

    private void denyIfAnyBit(int number, int argument, int bits, int error) {
        add(JUMP_EQUAL, 0, 4, number);
        add(LOAD, 0, 0, OFFSET_ARGUMENTS + 8 * argument);
        add(JUMP_ANY_BIT, 1, 0, bits);
        add(RETURN, 0, 0, ALLOW);
        add(RETURN, 0, 0, ERROR | error);
    }

    private void allowIfAnyBit(int number, int argument, int bits, int error) {
        add(JUMP_EQUAL, 0, 4, number);
        add(LOAD, 0, 0, OFFSET_ARGUMENTS + 8 * argument);
        add(JUMP_ANY_BIT, 0, 1, bits);
        add(RETURN, 0, 0, ALLOW);
        add(RETURN, 0, 0, ERROR | error);
    }

    private void allowIfOneOf(int number, int argument, int error, int... values) {
        add(JUMP_EQUAL, 0, 2 + 2 * values.length, number);
        add(LOAD, 0, 0, OFFSET_ARGUMENTS + 8 * argument);
        for (int value : values) {
            add(JUMP_EQUAL, 0, 1, value);
            add(RETURN, 0, 0, ALLOW);
        }
        add(RETURN, 0, 0, ERROR | error);
    }

    private void allowIfNull(int number, int argument, int error) {
        add(JUMP_EQUAL, 0, 6, number);
        add(LOAD, 0, 0, OFFSET_ARGUMENTS + 8 * argument);
        add(JUMP_EQUAL, 0, 3, 0);
        add(LOAD, 0, 0, OFFSET_ARGUMENTS + 8 * argument + 4);
        add(JUMP_EQUAL, 0, 1, 0);
        add(RETURN, 0, 0, ALLOW);
        add(RETURN, 0, 0, ERROR | error);
    }

    private void deny(int number, int error) {
        add(JUMP_EQUAL, 0, 1, number);
        add(RETURN, 0, 0, ERROR | error);
    }

    private void add(int code, int ifTrue, int ifFalse, int value) {
        program.add(new int[] {code, ifTrue, ifFalse, value});
    }

    private byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(8 * program.size()).order(ByteOrder.nativeOrder());
        for (int[] step : program) {
            buffer.putShort((short) step[0])
                    .put((byte) step[1])
                    .put((byte) step[2])
                    .putInt(step[3]);
        }
        return buffer.array();
    }
}
