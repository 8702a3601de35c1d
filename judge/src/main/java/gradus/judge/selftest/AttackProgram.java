package gradus.judge.selftest;

import gradus.judge.Attack;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/// The program that tries every attack for real. The self-test runs it in a child as if it were a submission;
/// it prints the result of each attack. It has no nested classes and uses only constants of other classes of
/// the judge, because it's sent to the child alone (with its [AttackArguments]).
public final class AttackProgram {

    public static final String SUCCEEDED = "succeeded";
    public static final String TRIED = "tried";
    public static final String NOT_TRIED = "not tried: ";

    private static final long RESERVED_BYTES = 2L << 30;

    private AttackProgram() {}

    /// Tries the attacks that the arguments name, in order.
    public static void main(String[] args) {
        var arguments = new HashMap<String, String>();
        AttackArguments.text().lines().forEach(line -> arguments.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        for (String attack : arguments.getOrDefault("attacks", "").split(",")) {
            System.out.println(attack + "\t" + attempt(attack, arguments));
        }
    }

    /// Tries one attack: [#SUCCEEDED], or [#NOT_TRIED] and the reason if it would show nothing here, or else
    /// the error that stopped it.
    public static String attempt(String attack, Map<String, String> arguments) {
        try {
            return perform(attack, arguments).replaceAll("\\s+", " ");
        } catch (Throwable stopped) {
            Throwable root = stopped;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return root.toString().replaceAll("\\s+", " ");
        }
    }

    private static String perform(String attack, Map<String, String> arguments) throws Throwable {
        Path canary = Path.of(arguments.getOrDefault("canary", ""));
        switch (attack) {
            case "internals" -> open(Class.forName("sun.misc.Unsafe"), "theUnsafe");
            case "reflection" -> {
                return reflectInto(arguments.get("proctor"), "");
            }
            case "checks" -> {
                return reflectInto(arguments.get("checks"), "VALUE");
            }
            case "native" -> callNatively();
            case "environment" -> {
                return System.getenv(arguments.get("variable")) == null ? "it isn't set" : SUCCEEDED;
            }
            case "forgery" -> {
                write(Base64.getDecoder().decode(arguments.get("forged")));
                return TRIED;
            }
            case "read" -> Files.readString(canary);
            case "list" -> {
                try (var files = Files.list(canary.getParent())) {
                    return files.findAny().isPresent() ? SUCCEEDED : "it looks empty";
                }
            }
            case "write" -> Files.writeString(canary.resolveSibling("written"), "written");
            case "chmod" -> Files.setPosixFilePermissions(canary, PosixFilePermissions.fromString("rwx------"));
            case "connect" ->
                new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments.get("port"))).close();
            case "start" ->
                new ProcessBuilder(arguments.get("program").split(" ")).start().waitFor();
            case "signal" -> {
                return kill(Long.parseLong(arguments.get("victim")));
            }
            case "reserve" -> reserve();
            case "network" -> {
                return shares("net", arguments);
            }
            case "shared_memory" -> {
                return shares("ipc", arguments);
            }
            case "heap" -> {
                byte[] filled = new byte[Integer.parseInt(arguments.get("heap"))];
                return filled.length > 0 ? SUCCEEDED : "";
            }
            default -> {
                return NOT_TRIED + "unknown attack " + attack;
            }
        }
        return SUCCEEDED;
    }

    private static String reflectInto(String className, String field) throws ReflectiveOperationException {
        Class<?> type;
        try {
            type = Class.forName(className);
        } catch (ClassNotFoundException e) {
            return NOT_TRIED + "there is no class " + className;
        }
        if (field.isEmpty()) {
            type.getDeclaredConstructors()[0].setAccessible(true);
        } else {
            open(type, field);
        }
        return SUCCEEDED;
    }

    private static void open(Class<?> type, String field) throws ReflectiveOperationException {
        var found = type.getDeclaredField(field);
        found.setAccessible(true);
        found.get(null);
    }

    @SuppressWarnings("restricted") // that is the attack
    private static void callNatively() {
        Linker linker = Linker.nativeLinker();
        linker.downcallHandle(
                linker.defaultLookup().findOrThrow("strlen"),
                FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
    }

    /// Writes where the proctor writes, bypassing `System.out`. The stream stays open: it isn't ours to
    /// close.
    @SuppressWarnings("resource")
    private static void write(byte[] bytes) throws IOException {
        new FileOutputStream(FileDescriptor.out).write(bytes);
    }

    private static String kill(long process) {
        var victim = ProcessHandle.of(process);
        if (victim.isEmpty()) {
            return Attack.PROCESS_NOT_VISIBLE;
        }
        return victim.get().destroy() ? SUCCEEDED : Attack.SIGNAL_BLOCKED;
    }

    /// Reserves a thread's stack, which counts at once but takes no memory until it's used.
    private static void reserve() throws InterruptedException {
        var thread = new Thread(null, () -> {}, "reserve", RESERVED_BYTES);
        thread.start();
        thread.join();
    }

    private static String shares(String namespace, Map<String, String> arguments) {
        String hostNamespace = arguments.get(namespace);
        if (hostNamespace == null) {
            return NOT_TRIED + "this system has no namespaces";
        }
        try {
            String own =
                    Files.readSymbolicLink(Path.of("/proc/self/ns", namespace)).toString();
            return own.equals(hostNamespace) ? SUCCEEDED : "it has its own namespace";
        } catch (IOException e) {
            return NOT_TRIED + "its namespace cannot be read";
        }
    }
}
