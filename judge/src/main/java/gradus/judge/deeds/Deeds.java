package gradus.judge.deeds;

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

/// What no submission may do, done in earnest: the self-test runs it in a child where a submission would
/// run, and prints what came of each deed. One class, without nested ones, so that it travels alone.
public final class Deeds {

    public static final String THROUGH = "through";
    public static final String TRIED = "tried";
    public static final String UNTRIED = "untried: ";

    private static final long RESERVED = 2L << 30;

    private Deeds() {}

    /// Does the deeds that the aims name, in order.
    public static void main(String[] none) {
        var aims = new HashMap<String, String>();
        Aims.text().lines().forEach(line -> aims.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        for (String deed : aims.getOrDefault("deeds", "").split(",")) {
            System.out.println(deed + "\t" + attempt(deed, aims));
        }
    }

    /// Does one deed: [#THROUGH] if it succeeded, [#UNTRIED] and why if it shows nothing here, else what
    /// stopped it.
    public static String attempt(String deed, Map<String, String> aims) {
        try {
            return perform(deed, aims).replaceAll("\\s+", " ");
        } catch (Throwable stopped) {
            Throwable root = stopped;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return root.toString().replaceAll("\\s+", " ");
        }
    }

    private static String perform(String deed, Map<String, String> aims) throws Throwable {
        Path canary = Path.of(aims.getOrDefault("canary", ""));
        switch (deed) {
            case "internals" -> open(Class.forName("sun.misc.Unsafe"), "theUnsafe");
            case "reflection" -> {
                return lookInside(aims.get("proctor"), "");
            }
            case "checks" -> {
                return lookInside(aims.get("checks"), "VALUE");
            }
            case "native" -> callNatively();
            case "environment" -> {
                return System.getenv(aims.get("variable")) == null ? "it is not set" : THROUGH;
            }
            case "forgery" -> {
                write(Base64.getDecoder().decode(aims.get("forged")));
                return TRIED;
            }
            case "read" -> Files.readString(canary);
            case "list" -> {
                try (var files = Files.list(canary.getParent())) {
                    return files.findAny().isPresent() ? THROUGH : "it looks empty";
                }
            }
            case "write" -> Files.writeString(canary.resolveSibling("written"), "written");
            case "chmod" -> Files.setPosixFilePermissions(canary, PosixFilePermissions.fromString("rwx------"));
            case "connect" -> new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(aims.get("port"))).close();
            case "start" ->
                new ProcessBuilder(aims.get("program").split(" ")).start().waitFor();
            case "signal" -> {
                return end(Long.parseLong(aims.get("victim")));
            }
            case "reserve" -> reserve();
            case "network" -> {
                return shares("net", aims);
            }
            case "shared_memory" -> {
                return shares("ipc", aims);
            }
            case "heap" -> {
                byte[] filled = new byte[Integer.parseInt(aims.get("heap"))];
                return filled.length > 0 ? THROUGH : "";
            }
            default -> {
                return UNTRIED + "nobody knows how to " + deed;
            }
        }
        return THROUGH;
    }

    private static String lookInside(String className, String field) throws ReflectiveOperationException {
        Class<?> type;
        try {
            type = Class.forName(className);
        } catch (ClassNotFoundException e) {
            return UNTRIED + className + " is not there";
        }
        if (field.isEmpty()) {
            type.getDeclaredConstructors()[0].setAccessible(true);
        } else {
            open(type, field);
        }
        return THROUGH;
    }

    private static void open(Class<?> type, String field) throws ReflectiveOperationException {
        var found = type.getDeclaredField(field);
        found.setAccessible(true);
        found.get(null);
    }

    @SuppressWarnings("restricted") // that is the deed
    private static void callNatively() {
        Linker linker = Linker.nativeLinker();
        linker.downcallHandle(
                linker.defaultLookup().findOrThrow("strlen"),
                FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
    }

    /// To where the proctor writes, past `System.out`. The stream stays open: it is not ours to close.
    @SuppressWarnings("resource")
    private static void write(byte[] bytes) throws IOException {
        new FileOutputStream(FileDescriptor.out).write(bytes);
    }

    private static String end(long process) {
        var victim = ProcessHandle.of(process);
        if (victim.isEmpty()) {
            return "no such process is to be seen";
        }
        return victim.get().destroy() ? THROUGH : "the signal was refused";
    }

    /// A stack counts as soon as it is reserved, and costs nothing until it is used.
    private static void reserve() throws InterruptedException {
        var thread = new Thread(null, () -> {}, "reserve", RESERVED);
        thread.start();
        thread.join();
    }

    private static String shares(String namespace, Map<String, String> aims) {
        String machines = aims.get(namespace);
        if (machines == null) {
            return UNTRIED + "this system has no namespaces";
        }
        try {
            String own =
                    Files.readSymbolicLink(Path.of("/proc/self/ns", namespace)).toString();
            return own.equals(machines) ? THROUGH : "it has one of its own";
        } catch (IOException e) {
            return UNTRIED + "which namespace it is in cannot be read";
        }
    }
}
