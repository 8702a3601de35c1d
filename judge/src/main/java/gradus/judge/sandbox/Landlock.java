package gradus.judge.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Restricts file access with Landlock: blocks everything that the kernel can block, except what is granted
/// here.
///
/// Needs no privileges. Child processes inherit it, and it can't be removed. It doesn't cover `chmod`, times,
/// extended attributes or `stat`, so use it together with a [SyscallFilter]. Source: the kernel's
/// `userspace-api/landlock.rst`.
final class Landlock {

    private static final int ABI_VERSION = 1;
    private static final int RULE_PATH_BENEATH = 1;
    private static final int AT_FDCWD = -100;
    private static final int O_PATH_CLOEXEC = 0x200000 | 0x80000;

    private static final long EXECUTE = 1;
    private static final long READ_FILE = 4;
    private static final long READ_DIR = 8;

    private Landlock() {}

    /// The kernel's version of Landlock; 0 if it has none.
    static int version() {
        return (int) Math.max(0, LinuxSyscalls.call(SyscallTable.LANDLOCK_CREATE_RULESET, 0, 0, ABI_VERSION, 0, 0));
    }

    /// Restricts the calling thread, and every process that it starts, to reading below `readable` and
    /// executing `executable`.
    static void restrictCurrentThread(SyscallTable syscallTable, List<Path> readable, List<Path> executable) {
        int version = version();
        long governed = handledRights(version);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment ruleset = arena.allocate(24, 8);
            ruleset.set(JAVA_LONG, 0, governed);
            ruleset.set(JAVA_LONG, 8, 3L);
            ruleset.set(JAVA_LONG, 16, 3L);
            int size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
            long rules = LinuxSyscalls.callOrThrow(
                    "landlock_create_ruleset", SyscallTable.LANDLOCK_CREATE_RULESET, ruleset.address(), size, 0, 0, 0);
            readable.forEach(path -> grant(syscallTable, arena, rules, path, READ_FILE | READ_DIR));
            executable.forEach(path -> grant(syscallTable, arena, rules, path, READ_FILE | EXECUTE));
            LinuxSyscalls.callOrThrow("landlock_restrict_self", SyscallTable.LANDLOCK_RESTRICT_SELF, rules, 0, 0, 0, 0);
            LinuxSyscalls.call(syscallTable.number("close"), rules, 0, 0, 0, 0);
        }
    }

    /// Grants `rights` below `path`; ignores a path that doesn't exist.
    private static void grant(SyscallTable syscallTable, Arena arena, long rules, Path path, long rights) {
        MemorySegment name = arena.allocateFrom(path.toString());
        long opened = LinuxSyscalls.call(syscallTable.number("openat"), AT_FDCWD, name.address(), O_PATH_CLOEXEC, 0, 0);
        if (opened < 0) {
            return;
        }
        MemorySegment rule = arena.allocate(12);
        rule.set(JAVA_LONG_UNALIGNED, 0, Files.isDirectory(path) ? rights : rights & ~READ_DIR);
        rule.set(JAVA_INT_UNALIGNED, 8, (int) opened);
        LinuxSyscalls.callOrThrow(
                "landlock_add_rule for " + path,
                SyscallTable.LANDLOCK_ADD_RULE,
                rules,
                RULE_PATH_BENEATH,
                rule.address(),
                0,
                0);
        LinuxSyscalls.call(syscallTable.number("close"), opened, 0, 0, 0, 0);
    }

    /// All file access rights that this version of Landlock can restrict.
    private static long handledRights(int version) {
        int rights = version >= 5 ? 16 : version >= 3 ? 15 : version == 2 ? 14 : 13;
        return (1L << rights) - 1;
    }
}
