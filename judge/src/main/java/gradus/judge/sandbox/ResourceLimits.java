package gradus.judge.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// Resource limits of a process. They are set from outside, right after its start, and the process can't
/// raise them.
///
/// Memory is limited by the data segment, all private writable memory: a JVM reserves far more addresses than
/// it uses, so limiting those would mean nothing, and the heap limit leaves out stacks and other memory
/// outside the heap. The process can open few files, and write none.
///
/// Source: prlimit(2).
///
/// @param megabytes of memory, including the heap
/// @param openFiles maximum number of open files
/// @param cpuSeconds of processor time, a backstop to the judge's own time limit
public record ResourceLimits(int megabytes, int openFiles, int cpuSeconds) {

    private enum Resource {
        CPU,
        FILE_SIZE,
        DATA,
        STACK,
        CORE,
        RESIDENT,
        PROCESSES,
        FILES,
        LOCKED
    }

    private static final long STACK = 8L << 20;

    /// Seconds between the soft CPU limit, which sends SIGXCPU, and the hard one, which sends SIGKILL.
    private static final int GRACE_SECONDS = 2;

    /// Sets these limits for the process `pid`, if the operating system is supported. Ignores a process that
    /// has ended.
    public void applyTo(long pid) {
        Optional<SyscallTable> calls = SyscallTable.ofThisMachine();
        if (calls.isPresent()) {
            set(calls.get(), pid, Resource.DATA, (long) megabytes << 20);
            set(calls.get(), pid, Resource.FILES, openFiles);
            set(calls.get(), pid, Resource.STACK, STACK);
            set(calls.get(), pid, Resource.FILE_SIZE, 0);
            set(calls.get(), pid, Resource.CORE, 0);
            set(calls.get(), pid, Resource.LOCKED, 0);
            set(calls.get(), pid, Resource.CPU, cpuSeconds, cpuSeconds + GRACE_SECONDS);
        }
    }

    private static void set(SyscallTable syscallTable, long pid, Resource resource, long most) {
        set(syscallTable, pid, resource, most, most);
    }

    private static void set(SyscallTable syscallTable, long pid, Resource resource, long soft, long hard) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment limit = arena.allocate(16, 8);
            limit.set(JAVA_LONG, 0, soft);
            limit.set(JAVA_LONG, 8, hard);
            LinuxSyscalls.call(syscallTable.number("prlimit64"), pid, resource.ordinal(), limit.address(), 0, 0);
        }
    }
}
