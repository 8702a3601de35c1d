package gradus.judge.compile;

import gradus.judge.support.CompiledLibrary;
import java.io.ByteArrayInputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Turns lambdas of compiled classes into ordinary classes: one for all lambdas of a file that implement the
/// same interface.
///
/// The JVM defines a hidden class for each lambda when it is first run, which takes a tenth of a millisecond.
/// Checks have a hundred lambdas and are run once, by a fresh class loader, so that was a quarter of the time
/// of a verdict. Method references stay as they are.
public final class LambdaClasses {

    private final ClassFile classFile;

    /// @param known the classes that the code uses besides those of the platform, by binary name
    public LambdaClasses(Map<String, byte[]> known) {
        this.classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing((ClassDesc type) -> {
                            byte[] bytes = known.get(binaryName(type));
                            return bytes == null ? null : new ByteArrayInputStream(bytes);
                        })
                        .orElse(ClassHierarchyResolver.defaultResolver())));
    }

    /// The same classes without lambdas, and the classes of their lambdas.
    public Map<String, byte[]> replaceLambdas(Map<String, byte[]> classes) {
        var result = new TreeMap<String, byte[]>();
        classes.keySet().stream()
                .collect(Collectors.groupingBy(CompiledLibrary::topLevelName))
                .forEach((host, names) -> {
                    var file = new TreeMap<String, byte[]>();
                    names.forEach(name -> file.put(name, classes.get(name)));
                    result.putAll(replaceInFile(ClassDesc.of(host), file));
                });
        return result;
    }

    private Map<String, byte[]> replaceInFile(ClassDesc host, Map<String, byte[]> classes) {
        var groups = new LinkedHashMap<LambdaGroup.Interface, LambdaGroup>();
        Function<LambdaGroup.Interface, LambdaGroup> group = type ->
                groups.computeIfAbsent(type, _ -> new LambdaGroup(host, host.nested("Lambdas" + groups.size()), type));
        var result = new TreeMap<String, byte[]>();
        classes.forEach((name, bytes) -> result.put(name, replaceInClass(classFile.parse(bytes), group)));
        if (groups.isEmpty()) {
            return classes;
        }
        List<ClassDesc> members =
                groups.values().stream().map(LambdaGroup::type).toList();
        result.computeIfPresent(binaryName(host), (_, bytes) -> withNestMembers(bytes, members));
        groups.values().forEach(each -> result.put(binaryName(each.type()), each.generate(classFile)));
        return result;
    }

    private byte[] replaceInClass(ClassModel type, Function<LambdaGroup.Interface, LambdaGroup> group) {
        if (type.flags().has(AccessFlag.INTERFACE)) {
            return classFile.transformClass(type, ClassTransform.ACCEPT_ALL);
        }
        ClassDesc owner = type.thisClass().asSymbol();
        CodeTransform code = (builder, element) -> {
            if (element instanceof InvokeDynamicInstruction call) {
                Lambda.of(owner, call)
                        .ifPresentOrElse(
                                lambda -> {
                                    LambdaGroup its = group.apply(lambda.implemented());
                                    builder.invokestatic(its.type(), its.add(lambda), lambda.factoryType());
                                },
                                () -> builder.with(element));
            } else {
                builder.with(element);
            }
        };
        return classFile.transformClass(type, ClassTransform.transformingMethodBodies(code));
    }

    private byte[] withNestMembers(byte[] host, List<ClassDesc> more) {
        ClassModel type = classFile.parse(host);
        List<ClassDesc> before = type.findAttribute(Attributes.nestMembers())
                .map(attribute -> attribute.nestMembers().stream()
                        .map(member -> member.asSymbol())
                        .toList())
                .orElse(List.of());
        var all = NestMembersAttribute.ofSymbols(
                Stream.concat(before.stream(), more.stream()).toList());
        return classFile.transformClass(
                type,
                ClassTransform.dropping(element -> element instanceof NestMembersAttribute)
                        .andThen(ClassTransform.endHandler(builder -> builder.with(all))));
    }

    private static String binaryName(ClassDesc type) {
        String descriptor = type.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
    }
}
