package gradus.judge.javac;

import java.util.List;
import java.util.stream.Stream;

/// Explanations of the compiler's common errors. A rule is a prefix of the error's code, a part of its
/// message (`-` for any), and the explanation. The first rule that matches wins.
final class ErrorExplanations {

    private record Rule(String code, String messagePart, String explanation) {}

    private static final List<Rule> RULES = parseRules("""
            expected4 | - | There's an extra closing brace } above, and the class ends there.
            statement.not.expected | - | This is outside of any method. Did you close a brace too early above,
                or start a method inside another?
            expected | ';' | A semicolon is missing at the end of this statement, or it has an extra parenthesis
                or comma.
            expected | ')' | A closing parenthesis is missing, or there's an extra one before this.
            expected | ']' | A bracket is missing. Create a new array with `new`: `new double[3]`.
            expected | : expected | A colon is missing. Write a conditional as `condition ? one : other`.
            expected | <identifier> | Java expects a name here. Is this a statement outside a method, or a
                keyword, such as `class`?
            expected | - | Something is missing here, or in the wrong place.
            class.method.or.field.expected | - | No class, field or method starts like this.
            implicit.class.should.not.have | - | A method, a field or other text stands outside of the class. Did you
                close a brace too early, or write something before or after the class?
            premature.eof | - | The file ends too soon. A brace { was opened and never closed.
            unclosed.str.lit | - | A string starts with a double quote, but doesn't end on this line.
            unclosed.char.lit | - | Single quotes hold one character, as in 'a'. Write a string in double
                quotes: "abc".
            empty.char.lit | - | Single quotes hold exactly one character. The empty string is "".
            unclosed.comment | - | A comment starts with /* and never ends with */.
            unclosed.text.block | - | A text block starts with three quotes and never ends.
            illegal.char | - | Java doesn't allow this character. Did you copy it from a text, with a long dash
                or curly quotes in place of - and "?
            illegal.esc.char | - | In a string, a backslash starts an escape sequence. For the backslash itself,
                write \\\\.
            int.number.too.large | - | This number doesn't fit in an int. Write an L after it for a long, or .0
                for a double.
            else.without.if | - | This `else` has no `if`. Look before it for a semicolon after the condition,
                or an extra brace.
            catch.without.try | - | This `catch` has no `try` before it.
            finally.without.try | - | This `finally` has no `try` before it.
            try.without.catch | - | A `try` needs a `catch` or a `finally` after it.
            orphaned | - | A `case` or `default` is outside of any switch.
            break.outside | - | There's no loop or switch here for `break` to end. To end the method, use
                `return`.
            cont.outside | - | There's no loop here for `continue` to go on with.
            not.stmt | - | This is a value, not a statement. Assign it, return it, or call something.
            illegal.start.of.expr | - | An expression can't start like this. Look before it: is a brace or
                parenthesis never closed, or does a method start inside another?
            illegal.start.of.type | - | A type or a statement can't start like this. Look just before it.
            invalid.meth.decl | - | This method has no return type. Write `double`, `void` or another one before
                its name.
            array.dimension.missing | - | The new array has no size. Write it in the brackets, as in `new
                double[n]`.
            repeated.modifier | - | The same modifier appears twice.
            illegal.combination.of.modifiers | - | These modifiers contradict each other. Remove one of them.
            cant.resolve | symbol:   method length() | The `length` of an array has no parentheses: `x.length`.
            cant.resolve | symbol:   method size() | There's no `size()` here. An array has `x.length`, a string
                `s.length()`.
            cant.resolve | symbol:   variable length | There's no `length` here. A string has `s.length()`, a
                list `xs.size()`; only an array has `x.length`.
            cant.resolve | symbol:   method | There's no method with this name and these parameters. Check both.
            cant.resolve | symbol:   class | There's no class with this name here. Check its spelling and
                imports.
            cant.resolve | symbol:   variable | There's no variable with this name here. Check its spelling, and
                the block that declares it.
            cant.resolve | - | Java doesn't know this name here. Check its spelling and imports.
            prob.found.req | lossy conversion from double to int | A double would lose its decimals here. Use a
                double, or convert on purpose: `(int) x` cuts, `Math.round(x)` rounds.
            prob.found.req | lossy conversion from double to float | A number with decimals is a double. Write
                an f after it or, better, use doubles everywhere.
            prob.found.req | lossy | A number would lose digits here. Use the wider type, or cast on purpose.
            prob.found.req | char cannot be converted to java.lang.String | Single quotes make a character.
                Write a string in double quotes: "a".
            prob.found.req | String cannot be converted to | A string isn't a number. Leave out the quotes, or
                convert it with `Double.parseDouble`.
            prob.found.req | cannot be converted to boolean | A condition must be true or false. Write a
                comparison, as in `n != 0`.
            prob.found.req | cannot be converted to java.lang.String | This isn't a string. Convert it with
                `String.valueOf(…)`.
            prob.found.req | unexpected return value | This method or lambda is void, so it can't return a
                value.
            prob.found.req | missing return value | This method has a return type. Write the result after
                `return`.
            prob.found.req | void cannot be converted | The method called here is void, so it returns nothing.
            prob.found.req | <nulltype> | A primitive type can't be null. Give it a number, or mark a missing
                value in another way.
            prob.found.req | Object cannot be converted | Java only knows that this value is an Object. Did you
                leave out a type, as in `List` for `List<Double>`?
            prob.found.req | incompatible bounds | The elements have a different type from the list. A list of
                `Double` needs numbers with decimals: `List.of(1.0, 2.0)`.
            prob.found.req | - | The value doesn't have the type that's needed here.
            operator.cant.be.applied | '&&' | `&&` joins conditions. Each side must be true or false, so write a
                comparison.
            operator.cant.be.applied | '||' | `||` joins conditions. Each side must be true or false, so write a
                comparison.
            operator.cant.be.applied | '!' | `!` negates a condition. For a number, write a comparison, as in `n
                == 0`.
            operator.cant.be.applied | java.lang.String | The only operator for strings is +.
            operator.cant.be.applied | [] | This operator doesn't work on a whole array. Use its elements, one
                by one.
            operator.cant.be.applied | - | This operator doesn't work on values of these types.
            incomparable.types | - | Values of these two types can never be equal.
            cant.apply.symbol | constructor | The class exists, but has no constructor for these arguments.
                Compare their number and types.
            cant.apply | - | The method exists, but not with these arguments. Compare number and types.
            type.found.req | - | Write a class between < and >, not a primitive type: `List<Integer>` for
                `List<int>`, `List<Double>` for `List<double>`.
            improperly.formed.type | - | There are types missing between < and >, or too many.
            cant.apply.diamond | - | Java can't infer the types between < and > here. Write them.
            missing.ret.stmt | - | At least one path through this method ends without a `return`.
            cant.ret.val | - | This method is void, so it can't return a value.
            unreported.exception | - | This can throw a checked exception. Catch it, because the contract
                declares none.
            except.never.thrown | - | Nothing in this `try` throws that exception. Remove the `catch`.
            except.already.caught | - | A `catch` above already catches this exception. Put the narrower one
                first.
            unreachable.stmt | - | This can never run, because there's a return, throw or endless loop above.
            initializer.must.be.able | - | An initializer must be able to end without an exception.
            var.might.not.have.been.initialized | - | This variable may not have a value here: on at least one
                path nothing is assigned to it.
            var.might.already.be.assigned | - | You can assign a final variable only once.
            cant.assign.val.to.var | variable length | You can't change the length of an array. To compare,
                write ==.
            cant.assign.val.to.var | - | This is final, as a record's components are, so it keeps its first
                value.
            cant.infer.local.var.type | - | `var` takes its type from the value, but this value doesn't show
                one. Write the type.
            local.variables.referenced | - | A lambda can use only variables that are assigned once.
            cant.ref.non.effectively | - | A lambda can use only variables that are assigned once. Use a loop,
                or an array.
            already.defined | - | This name is already taken: it's declared a second time in the same scope.
            duplicate.case.label | - | Two cases of this switch are the same.
            duplicate.default.label | - | A switch can have only one `default`.
            duplicate.class | - | There's already a class with this name.
            not.exhaustive | - | This switch doesn't cover every value. Add the missing cases, or a `default`.
            pattern.dominated | - | A case above already matches everything that this one could. Put the
                narrower one first.
            switch.mixing.case.types | - | A switch has either arrows or colons, not both.
            switch.expression.completes.normally | - | A case of this switch has no value. End it with `yield`.
            foreach.not.applicable | - | A for-each loop needs an array or a list. To count, write `for (int i =
                0; i < n; i++)`.
            class.public.should.be.in.file | - | A public class must have the same name as its file.
            non-static.cant.be.ref | variable this | A static method has no object, so it has no `this`.
            non-static.cant.be.ref | - | This belongs to an object, but a static method has none. Make it static
                too, or call it on an object.
            abstract.cant.be.instantiated | - | You can't create an object of an abstract type. Create one of a
                class that extends it.
            does.not.override.abstract | - | A method that the class must implement is missing, or differs.
            method.does.not.override | - | This overrides nothing. Check the name and the parameters.
            override.weaker.access | - | A method that overrides a public one must be public too.
            override.static | - | A static method can't override an instance method, nor the other way round.
            override.meth.doesnt.throw | - | The method that this overrides doesn't throw this exception. Catch
                it.
            override.meth | - | The method that this overrides has another return type, or is final.
            record.cannot.declare.instance.fields | - | A record has no instance fields except its components.
                Put it in the parentheses after the name.
            invalid.canonical.constructor | - | The constructor of a record must take and set all of its
                components.
            first.statement.must.be.call | - | A constructor of a record must first call the one with all
                components.
            cant.inherit.from.sealed | - | That type is sealed, and doesn't name this one after `permits`.
            cant.inherit.from.final | - | That class is final, so nothing can extend it.
            non.sealed.sealed.or.final | - | A type that extends a sealed one needs `final`, `sealed` or
                `non-sealed`. Or make it a record.
            invalid.permits.clause | - | Each type after `permits` must extend this one, in the same package.
            intf.expected.here | - | Java expects an interface here. For a class, write `extends`.
            no.intf.expected.here | - | Java expects a class here. For an interface, write `implements`.
            cyclic.inheritance | - | A class can't extend itself, not even indirectly.
            call.must.be.first | - | A call of another constructor must come first in a constructor.
            report.access | - | This is private to another class. Look for a public method.
            not.def.public | - | This isn't public, so only its own package can use it.
            doesnt.exist | - | This package doesn't exist here. Labs can use java.base and the library.
            package.not.visible | - | Labs can't use this package. They can use java.base and the library.
            array.req.but.found | java.util | Read a list with `xs.get(i)`; [ ] is for arrays.
            array.req.but.found | - | You can index only an array with [ ].
            cant.deref | - | A primitive value has no methods or fields.
            ref.ambiguous | - | More than one method fits these arguments equally well. Cast one of them.
            unexpected.type | - | Java expects a variable here, because a value can't be changed.
            preview.feature | - | This is still a preview feature of Java. Write it in another way.
            """);

    private ErrorExplanations() {}

    /// @param code such as `compiler.err.cant.resolve.location.args`; only its beginning is matched
    static String explain(String code, String message) {
        String key = code.replace("compiler.err.", "");
        return RULES.stream()
                .filter(rule -> key.startsWith(rule.code) && message.contains(rule.messagePart))
                .findFirst()
                .map(Rule::explanation)
                .orElse("");
    }

    /// Parses one rule a line; an indented line continues the one above.
    private static List<Rule> parseRules(String lines) {
        return Stream.of(lines.strip().replaceAll("\n +", " ").split("\n"))
                .map(line -> line.split(" \\| ", 3))
                .map(parts -> new Rule(parts[0], parts[1].equals("-") ? "" : parts[1], parts[2]))
                .toList();
    }
}
