package gradus.proctor.failure;

import java.io.IOException;
import java.lang.reflect.InaccessibleObjectException;
import java.nio.file.AccessDeniedException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Recognises exceptions by which the sandbox denied access: to which resource, and in which call.
///
/// It decides by where in the platform the exception was thrown. A missing file is not a denial.
final class SandboxDenial {

    private static final int MAX_CAUSE_DEPTH = 8;

    private SandboxDenial() {}

    /// The denied resource and the call, such as `program` and `ProcessBuilder.start`; empty for any other
    /// exception.
    static List<String> symptoms(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MAX_CAUSE_DEPTH; depth++) {
            Optional<String> resource = isMadeByLearner(cause) ? Optional.empty() : deniedResource(cause);
            if (resource.isPresent()) {
                return List.of(resource.get(), platformCall(cause));
            }
            cause = cause.getCause();
        }
        return List.of();
    }

    /// A learner may make and throw an exception of any type on purpose.
    private static boolean isMadeByLearner(Throwable thrown) {
        StackTraceElement[] frames = thrown.getStackTrace();
        return frames.length > 0 && LearnerStackTrace.isLearnerOrLibrary(frames[0]);
    }

    private static Optional<String> deniedResource(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        return switch (thrown) {
            case InaccessibleObjectException inaccessible -> Optional.of("reflection");
            case IllegalAccessException illegal -> Optional.of("reflection");
            case IllegalCallerException illegal -> Optional.of("native");
            case UnsatisfiedLinkError link -> Optional.of("native");
            case ClassNotFoundException missing -> deniedIfHidden(message);
            case NoClassDefFoundError missing -> deniedIfHidden(message);
            case IOException error
            when passesThrough(error, "java.lang.ProcessBuilder", "java.lang.ProcessImpl") -> Optional.of("program");
            case IOException error when isNetwork(error) -> Optional.of("network");
            case AccessDeniedException denied -> Optional.of("file");
            case IOException error when isPermissionError(message) -> Optional.of("file");
            default -> Optional.empty();
        };
    }

    private static Optional<String> deniedIfHidden(String name) {
        String dotted = name.replace('/', '.');
        return Stream.of("gradus.proctor.", "gradus.checks.", "jdk.", "sun.", "com.sun.", "java.", "javax.")
                        .anyMatch(dotted::startsWith)
                ? Optional.of("module")
                : Optional.empty();
    }

    private static boolean isNetwork(IOException error) {
        boolean malformed = error.getClass().getName().equals("java.net.MalformedURLException");
        return !malformed
                && (error.getClass().getName().startsWith("java.net.")
                        || passesThrough(error, "java.net.Socket", "java.net.ServerSocket", "java.net.DatagramSocket")
                        || passesThrough(error, "java.net.InetAddress", "sun.nio.ch.Net", "sun.nio.ch.Socket")
                        || passesThrough(
                                error, "sun.nio.ch.ServerSocket", "sun.nio.ch.Datagram", "sun.nio.ch.UnixDomain"));
    }

    private static boolean isPermissionError(String message) {
        return message.contains("Permission denied") || message.contains("Operation not permitted");
    }

    private static boolean passesThrough(Throwable thrown, String... classes) {
        return Arrays.stream(thrown.getStackTrace())
                .takeWhile(frame -> !LearnerStackTrace.isLearnerOrLibrary(frame))
                .anyMatch(frame -> Stream.of(classes).anyMatch(frame.getClassName()::startsWith));
    }

    /// The method of the platform that the learner's code called.
    private static String platformCall(Throwable thrown) {
        @Nullable StackTraceElement last = null;
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (LearnerStackTrace.isLearnerOrLibrary(frame)) {
                break;
            }
            last = frame;
        }
        if (last == null) {
            return "";
        }
        String type = last.getClassName().substring(last.getClassName().lastIndexOf('.') + 1);
        return last.getMethodName().equals("<init>")
                ? "new " + type
                : type.replace('$', '.') + "." + last.getMethodName();
    }
}
