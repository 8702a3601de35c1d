package gradus.judge.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;

/// Checks that each source declares the package and class that its path says.
final class SourcePathChecker {

    private SourcePathChecker() {}

    static List<CompileError> check(JavacTask task, List<CompilationUnitTree> units) {
        var errors = new ArrayList<CompileError>();
        for (CompilationUnitTree unit : units) {
            String path = unit.getSourceFile().toUri().getPath().substring(1);
            int slash = path.lastIndexOf('/');
            String folder = slash < 0 ? "" : path.substring(0, slash).replace('/', '.');
            String simple = path.substring(slash + 1, path.length() - ".java".length());
            String actual =
                    unit.getPackageName() == null ? "" : unit.getPackageName().toString();
            if (!actual.equals(folder)) {
                Tree at = unit.getPackageName() == null ? unit : unit.getPackage();
                errors.add(error(task, unit, at, path, wrongPackage(simple, folder, actual)));
            } else if (!folder.isEmpty() && unit.getTypeDecls().stream().noneMatch(type -> isNamed(type, simple))) {
                errors.add(CompileError.inFile(
                        path,
                        "there is no class " + simple + " in this file. Declare `public final class " + simple
                                + "` here, or restore the starter."));
            }
        }
        return errors;
    }

    private static String wrongPackage(String simple, String expected, String actual) {
        return (actual.isEmpty()
                        ? "the package line is missing: the file of " + simple + " must start with"
                        : "the package is `" + actual + "`, but " + simple + " belongs to another one: write")
                + " `package " + expected + ";`.";
    }

    private static boolean isNamed(Tree tree, String name) {
        return tree instanceof ClassTree type && type.getSimpleName().contentEquals(name);
    }

    private static CompileError error(JavacTask task, CompilationUnitTree unit, Tree at, String path, String message) {
        long position = Math.max(0, Trees.instance(task).getSourcePositions().getStartPosition(unit, at));
        return new CompileError(
                path,
                (int) unit.getLineMap().getLineNumber(position),
                (int) unit.getLineMap().getColumnNumber(position),
                message,
                "");
    }
}
