package gradus.judge.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// How much of the machine a process may use; put on it from outside, right after its start, and never to be
/// lifted by the process itself.
///
/// What counts as memory is the data segment, all that is private and writable: a JVM reserves far more
/// addresses than it uses, so a limit on those would say nothing, and the heap's own limit leaves out stacks
/// and whatever is allocated beside the heap. Files it may open are few, those that it may write are none.
///
/// Source: prlimit(2).
///
/// @param megabytes of memory, heap included
/// @param openFiles that are open at a time
/// @param cpuSeconds of processor time, a backstop behind the clock that the judge watches
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

    /// The system sends the signal that may be heard at the first limit, and the one that may not at the
    /// second.
    private static final int GRACE_SECONDS = 2;

    /// Sets these limits for the process `pid`, where the operating system is one that we know; a process
    /// that has ended needs none.
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
