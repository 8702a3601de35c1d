package gradus.course.scaffold;

import com.sun.source.tree.ImportTree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import gradus.course.cut.LibrarySources;
import gradus.course.syntax.CutCode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Statements of a check that call a cut member with placeholders, and compile.
final class MemberCall {

    private static final Pattern TYPE_NAME = Pattern.compile("(?<![\\w.])[A-Z]\\w*");
    private static final Set<String> ALWAYS_THERE = Set.of(
            "Object",
            "String",
            "Integer",
            "Long",
            "Double",
            "Float",
            "Boolean",
            "Character",
            "Number",
            "Iterable",
            "Comparable",
            "CharSequence",
            "Runnable",
            "Record",
            "Void");

    private final CutMember member;
    private final LibrarySources library;
    private final Set<String> variables;

    MemberCall(CutMember member, LibrarySources library) {
        this.member = member;
        this.library = library;
        this.variables = Stream.concat(
                        member.method().getTypeParameters().stream(),
                        member.members().type().getTypeParameters().stream())
                .map(TypeParameterTree::getName)
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    /// The names to import.
    Set<String> imports() {
        var imports = new TreeSet<String>();
        if (!member.isPublic()) {
            return imports;
        }
        imports.add(member.cut().type());
        Stream<String> types = member.method().getParameters().stream().map(this::type);
        Stream.concat(types, Stream.of(resultType())).forEach(type -> {
            Matcher name = TYPE_NAME.matcher(type);
            while (name.find()) {
                add(name.group(), imports);
            }
        });
        return imports;
    }

    private void add(String name, Set<String> imports) {
        if (ALWAYS_THERE.contains(name) || name.equals(member.cut().simpleName())) {
            return;
        }
        String type = member.cut().type();
        String inPackage = type.substring(0, type.lastIndexOf('.') + 1) + name;
        for (ImportTree line : member.syntax().unit().getImports()) {
            String imported = line.getQualifiedIdentifier().toString();
            if (!line.isStatic() && (imported.endsWith("." + name) || imported.endsWith(".*"))) {
                imports.add(imported);
                if (imported.endsWith("." + name)) {
                    return;
                }
            }
        }
        CutCode.types(member.syntax(), member.cut().simpleName()).keySet().stream()
                .filter(nested -> nested.equals(name) || nested.endsWith("." + name))
                .findFirst()
                .ifPresentOrElse(nested -> imports.add(type + "." + nested), () -> {
                    if (library.classes().contains(inPackage)) {
                        imports.add(inPackage);
                    }
                });
    }

    /// The statements, without indentation.
    String statements() {
        if (!member.isPublic()) {
            return ToDo.java(member.name() + " is not public: call what uses it") + "\n";
        }
        var text = new StringBuilder();
        String receiver = receiver();
        if (!member.isStatic() && !member.isConstructor()) {
            text.append(member.owner()).append(' ').append(receiver).append(" = null;\n");
        }
        for (VariableTree parameter : member.method().getParameters()) {
            String type = type(parameter);
            text.append(type).append(' ').append(parameter.getName()).append(" = ");
            text.append(type.endsWith("]") ? "{}" : placeholder(type)).append(";\n");
        }
        String arguments = member.method().getParameters().stream()
                .map(parameter -> parameter.getName().toString())
                .collect(Collectors.joining(", ", "(", ")"));
        String call = (member.isConstructor() ? "new " + member.owner() : receiver + "." + member.name()) + arguments;
        text.append("calling(\"").append(call).append("\", () -> ");
        return text.append(resultType().equals("void") ? "{\n    " + call + ";\n    return true;\n}" : call)
                .append(")\n        .gives(")
                .append(resultType().equals("void") ? "true" : value(resultType()))
                .append(", \"…\");\n")
                .toString();
    }

    private String receiver() {
        if (member.isStatic()) {
            return member.owner();
        }
        String simple = member.owner().substring(member.owner().lastIndexOf('.') + 1);
        String name = Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
        boolean taken = member.method().getParameters().stream()
                .anyMatch(parameter -> parameter.getName().contentEquals(name));
        return taken || List.of("double", "float", "int", "record", "class").contains(name) ? "it" : name;
    }

    private String resultType() {
        return member.isConstructor()
                ? member.owner()
                : erased(member.syntax().text(member.method().getReturnType()));
    }

    private String type(VariableTree parameter) {
        return erased(member.syntax().text(parameter.getType())).replace("...", "[]");
    }

    /// A type without annotations, in which `Object` stands for each type variable.
    private String erased(String type) {
        String plain = type.replaceAll("@\\w+\\s*", "").replaceAll("\\s+", " ");
        for (String variable : variables) {
            plain = plain.replaceAll("\\b" + variable + "\\b", "Object");
        }
        return plain;
    }

    private static String value(String type) {
        return type.endsWith("]")
                ? "new " + type.replaceAll("<.*>", "").replaceFirst("\\[]", "[0]")
                : placeholder(type);
    }

    private static String placeholder(String type) {
        return switch (type) {
            case "int" -> "0";
            case "long" -> "0L";
            case "float" -> "0f";
            case "double" -> "0.0";
            case "boolean" -> "false";
            case "char" -> "'a'";
            case "byte", "short" -> "(" + type + ") 0";
            case "String" -> "\"\"";
            default -> "null";
        };
    }
}
