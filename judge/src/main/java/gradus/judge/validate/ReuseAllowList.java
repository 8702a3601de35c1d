package gradus.judge.validate;

import java.lang.classfile.BootstrapMethodEntry;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.ConstantValueEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Decides whether a worker that has run a submission may run another one: only if the code can't have left anything
/// behind. It calls itself, the library, and members of the platform that change nothing but the objects they are
/// called on; it catches nothing but exceptions, and it has no way to a thread, a class or a property.
///
/// The list says what is allowed, and everything else isn't: code with a call that nobody has thought of gets a worker
/// for itself, which costs it a tenth of a second.
public final class ReuseAllowList {

    /// The library, and what authors wrote for labs; what a submission brings itself is looked at before.
    private static final List<String> TRUSTED = List.of("gradus/ml/", "gradus/lab/");

    private static final Set<String> SUPERCLASSES = Set.of("java/lang/Object", "java/lang/Record", "java/lang/Enum");

    private static final Set<String> INTERFACES = Set.of(
            "java/lang/CharSequence",
            "java/lang/Comparable",
            "java/lang/Iterable",
            "java/util/Comparator",
            "java/util/Iterator",
            "java/util/PrimitiveIterator$OfDouble",
            "java/util/PrimitiveIterator$OfInt");

    /// Everything of these may be called but [#EXCLUDED].
    private static final Set<String> TYPES = Set.of(
            "java/lang/Object",
            "java/lang/Record",
            "java/lang/Enum",
            "java/lang/Math",
            "java/lang/StrictMath",
            "java/lang/Number",
            "java/lang/Double",
            "java/lang/Float",
            "java/lang/Long",
            "java/lang/Integer",
            "java/lang/Short",
            "java/lang/Byte",
            "java/lang/Boolean",
            "java/lang/Character",
            "java/lang/CharSequence",
            "java/lang/String",
            "java/lang/StringBuilder",
            "java/lang/Comparable",
            "java/lang/Iterable",
            "java/util/ArrayDeque",
            "java/util/ArrayList",
            "java/util/Arrays",
            "java/util/Collection",
            "java/util/Collections",
            "java/util/Comparator",
            "java/util/Deque",
            "java/util/DoubleSummaryStatistics",
            "java/util/HashMap",
            "java/util/HashSet",
            "java/util/IntSummaryStatistics",
            "java/util/Iterator",
            "java/util/LinkedHashMap",
            "java/util/LinkedHashSet",
            "java/util/LinkedList",
            "java/util/List",
            "java/util/ListIterator",
            "java/util/LongSummaryStatistics",
            "java/util/Map",
            "java/util/Map$Entry",
            "java/util/Objects",
            "java/util/Optional",
            "java/util/OptionalDouble",
            "java/util/OptionalInt",
            "java/util/OptionalLong",
            "java/util/PrimitiveIterator$OfDouble",
            "java/util/PrimitiveIterator$OfInt",
            "java/util/PriorityQueue",
            "java/util/Queue",
            "java/util/Set",
            "java/util/SortedMap",
            "java/util/SortedSet",
            "java/util/StringJoiner",
            "java/util/TreeMap",
            "java/util/TreeSet",
            "java/util/stream/BaseStream",
            "java/util/stream/Collector",
            "java/util/stream/Collectors",
            "java/util/stream/DoubleStream",
            "java/util/stream/IntStream",
            "java/util/stream/LongStream",
            "java/util/stream/Stream");

    private static final String FUNCTIONS = "java/util/function/";

    /// Members of the types above that reach beyond the object they are called on, start threads, or keep something.
    private static final Set<String> EXCLUDED = Set.of(
            "finalize",
            "gather",
            "getClass",
            "intern",
            "mapConcurrent",
            "notify",
            "notifyAll",
            "onClose",
            "parallel",
            "parallelPrefix",
            "parallelSetAll",
            "parallelSort",
            "parallelStream",
            "shuffle",
            "describeConstable",
            "resolveConstantDesc",
            "getBytes",
            "getInteger",
            "getLong",
            "getBoolean",
            "random",
            "spliterator",
            "toConcurrentMap",
            "groupingByConcurrent",
            "wait");

    /// May be created, asked for their message, and caught; those in `java.util` too.
    private static final Set<String> EXCEPTIONS = Set.of(
            "java/lang/Exception",
            "java/lang/RuntimeException",
            "java/lang/ArithmeticException",
            "java/lang/ArrayIndexOutOfBoundsException",
            "java/lang/ClassCastException",
            "java/lang/IllegalArgumentException",
            "java/lang/IllegalStateException",
            "java/lang/IndexOutOfBoundsException",
            "java/lang/MatchException",
            "java/lang/NegativeArraySizeException",
            "java/lang/NullPointerException",
            "java/lang/NumberFormatException",
            "java/lang/StringIndexOutOfBoundsException",
            "java/lang/UnsupportedOperationException",
            "java/util/ConcurrentModificationException",
            "java/util/InputMismatchException",
            "java/util/NoSuchElementException");

    private static final Set<String> OF_EXCEPTIONS = Set.of("<init>", "getMessage", "toString");

    /// Code that the compiler writes: lambdas, joined texts, records and switches over types.
    private static final Set<String> BOOTSTRAPS = Set.of(
            "java/lang/invoke/LambdaMetafactory metafactory",
            "java/lang/invoke/StringConcatFactory makeConcatWithConstants",
            "java/lang/runtime/ObjectMethods bootstrap",
            "java/lang/runtime/SwitchBootstraps typeSwitch",
            "java/lang/runtime/SwitchBootstraps enumSwitch");

    private final Map<String, ClassModel> own;

    private ReuseAllowList(Map<String, byte[]> classes) {
        own = new HashMap<>();
        classes.forEach(
                (name, bytes) -> own.put(name.replace('.', '/'), ClassFile.of().parse(bytes)));
    }

    /// Whether all of a submission's code is on the list.
    ///
    /// @param classes of the submission, compiled, by binary name
    public static boolean allows(Map<String, byte[]> classes) {
        var list = new ReuseAllowList(classes);
        return list.own.values().stream().allMatch(list::allows);
    }

    private boolean allows(ClassModel type) {
        return type.superclass().stream()
                        .map(ClassEntry::asInternalName)
                        .allMatch(name -> isTrusted(name) || SUPERCLASSES.contains(name) || EXCEPTIONS.contains(name))
                && type.interfaces().stream()
                        .map(ClassEntry::asInternalName)
                        .allMatch(name -> isTrusted(name) || INTERFACES.contains(name) || name.startsWith(FUNCTIONS))
                && type.methods().stream().allMatch(this::allows);
    }

    private boolean isTrusted(String type) {
        return own.containsKey(type) || TRUSTED.stream().anyMatch(type::startsWith);
    }

    private boolean allows(MethodModel method) {
        return !method.methodName().equalsString("finalize")
                && !method.flags().has(AccessFlag.SYNCHRONIZED)
                && !method.flags().has(AccessFlag.NATIVE)
                && method.code().stream().flatMap(CodeModel::elementStream).allMatch(this::allows);
    }

    private boolean allows(CodeElement element) {
        return switch (element) {
            case InvokeInstruction call -> allows(call.method());
            case FieldInstruction field -> allows(field.field());
            case InvokeDynamicInstruction dynamic ->
                allows(dynamic.invokedynamic().bootstrap());
            case ExceptionCatch caught -> caught.catchType().stream().anyMatch(this::mayCatch);
            case LoadConstantInstruction constant ->
                constant.constantEntry() instanceof ConstantValueEntry
                        || constant.constantEntry() instanceof ClassEntry;
            case MonitorInstruction _ -> false;
            default -> true;
        };
    }

    /// A handler without a type, such as `finally`, catches errors too.
    private boolean mayCatch(ClassEntry type) {
        return EXCEPTIONS.contains(type.asInternalName()) || isTrusted(type.asInternalName());
    }

    private boolean allows(BootstrapMethodEntry bootstrap) {
        MemberRefEntry method = bootstrap.bootstrapMethod().reference();
        return BOOTSTRAPS.contains(
                        method.owner().asInternalName() + " " + method.name().stringValue())
                && bootstrap.arguments().stream()
                        .allMatch(argument ->
                                !(argument instanceof MethodHandleEntry handle) || allows(handle.reference()));
    }

    private boolean allows(MemberRefEntry member) {
        return allows(member.owner().asInternalName(), member.name().stringValue());
    }

    private boolean allows(String owner, String name) {
        ClassModel type = own.get(owner);
        if (type != null) {
            return declares(type, name)
                    || Stream.concat(type.superclass().stream(), type.interfaces().stream())
                            .allMatch(inherited -> allows(inherited.asInternalName(), name));
        }
        // An array has the methods of an object.
        return isTrusted(owner)
                || EXCEPTIONS.contains(owner) && OF_EXCEPTIONS.contains(name)
                || (owner.startsWith("[") || owner.startsWith(FUNCTIONS) || TYPES.contains(owner))
                        && !EXCLUDED.contains(name);
    }

    private static boolean declares(ClassModel type, String name) {
        return type.methods().stream().anyMatch(method -> method.methodName().equalsString(name))
                || type.fields().stream().anyMatch(field -> field.fieldName().equalsString(name));
    }
}
