package gradus.judge.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Set;

/// Linux system calls, by number, through the C library's `syscall(2)`.
final class LinuxSyscalls {

    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle SYSCALL = syscall();

    private LinuxSyscalls() {}

    /// The result of system call `number`, or the negated `errno` if it failed.
    static long call(long number, long a, long b, long c, long d, long e) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            long result = (long) SYSCALL.invokeExact(state, number, a, b, c, d, e);
            return result == -1 ? -(int) ERRNO.get(state, 0L) : result;
        } catch (Throwable t) {
            throw new IllegalStateException("system call " + number + " could not be made", t);
        }
    }

    /// A system call that failed.
    static final class FailedException extends IllegalStateException {

        private static final long serialVersionUID = 1L;
        private static final Set<Long> UNSUPPORTED = Set.of(1L, 13L, 22L, 38L, 95L);

        private final long errno;

        private FailedException(String name, long errno) {
            super(name + " failed with errno " + errno);
            this.errno = errno;
        }

        /// Whether this system doesn't have the call or doesn't allow it: EPERM, EACCES, EINVAL, ENOSYS or
        /// EOPNOTSUPP. Otherwise, it may work another time.
        boolean isUnsupported() {
            return UNSUPPORTED.contains(errno);
        }
    }

    /// The same, but throws an exception with `name` if the call failed.
    static long callOrThrow(String name, long number, long a, long b, long c, long d, long e) {
        long result = call(number, a, b, c, d, e);
        if (result < 0) {
            throw new FailedException(name, -result);
        }
        return result;
    }

    @SuppressWarnings("restricted") // the launcher grants native access to this module alone
    private static MethodHandle syscall() {
        Linker linker = Linker.nativeLinker();
        var longs = FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow("syscall"),
                longs,
                Linker.Option.firstVariadicArg(1),
                Linker.Option.captureCallState("errno"));
    }
}
