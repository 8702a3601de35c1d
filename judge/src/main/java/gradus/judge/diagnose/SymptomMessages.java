package gradus.judge.diagnose;

import java.util.Map;
import java.util.stream.Collectors;

/// The sentences and questions of each sign; `@` stands for the sign's own numbers, `{}` and `[]` for those
/// before and behind its slash.
final class SymptomMessages {

    /// A sentence that says what was seen, and where to look.
    static final Map<String, String> SENTENCES = parseTable("""
            changed-argument  The call changed an argument. Work on a copy, or on a fresh array.
            aliased  The result is the argument itself, or shares its array: return a copy.
            stateful  The same call gives another answer the second time: something is kept between calls.
            global-seed  The result depends on chance that was not handed in: use only the given generator.
            allocates  It makes too many objects or arrays: look for one that is made anew inside the loop.
            gradient  The gradient is not the slope of the function: look at the derivative, term by term.
            causality  An output depends on what comes after it: look at the mask, or at how far the loop goes.
            batch  One example's result depends on the others in its batch: look at which axis you add over.
            position  The result takes no notice of where an element stands: look at what is added for its
                place.
            null  The method returned null. Look for a way through it that ends in `return null`.
            null-inside  There is a null inside the result, at index @: look at which element is never given a
                value.
            ragged  The rows of the result have different lengths: look at how each row is made.
            length  The result has length {} in place of []: look at how long the array is that you make.
            shape  The result has shape {} in place of []: look at the sizes of the array that you make.
            transposed  The result is transposed: rows stand where columns should. Look at which index is the
                row.
            nan  NaN turned up: look for 0/0, the root or logarithm of a negative number, or ∞ − ∞.
            nan:infinity  NaN came of an infinity that went in: look for ∞ − ∞, ∞/∞ or 0 · ∞, and deal with
                infinities before.
            nan:square  NaN turned up: squares of numbers this large or small leave the range of double, and ∞/∞
                or 0/0 is NaN. Scale first.
            nan:exp  NaN turned up: exp(x) overflows to infinity from x = 709.8 on, and ∞ − ∞ or ∞/∞ is NaN.
                Subtract the largest first.
            nan-lost  A NaN went in and a number came out. Every comparison with NaN is false: look at what your
                code does then.
            infinite  Infinity turned up: look for a division by 0, the logarithm of 0, or a number too large,
                as in exp(1000).
            infinite:exp  Infinity turned up: exp(x) overflows from x = 709.8 on. Look at how large the argument
                of exp can get.
            infinite:log  The result is −Infinity, the logarithm of 0: exp(x) underflows to 0 below x = −745.
                Look at what is subtracted before exp.
            infinite:square  Infinity turned up: the square of a number this large overflows. Scale the numbers
                before you square them.
            infinity-lost  The result should be infinite and is not: look at what happens to an infinity on the
                way.
            zero:square  The result is 0: the square of a number this small underflows to 0. Scale the numbers
                before you square them.
            loop-loses-digits  A plain loop gives just what came: it loses small numbers beside large ones, since
                near 1e16 doubles are 2 apart. Keep what each addition rounds away.
            int-limit  What came is the limit of a whole-number type: a number too large for it went through an
                `int` or a `long`. Look for a variable that should be a `double`.
            lost-digits  Small numbers were lost beside large ones: near 1e16 doubles are 2 apart, and what is
                added is rounded. Look at where digits get lost, and keep them apart.
            rounding  The result is right but for its last digits, which rounding took: look at the order of the
                operations, and at what is added to what.
            float  The result is right to about 7 digits, as many as a float has: look for `float` where it
                should be `double`.
            nearly  The result is nearly right, to a few digits only: look at a constant, a tolerance, or an
                iteration that stops too early.
            whole  The decimals are missing, as if the result were cut to a whole number: look for an integer
                division or an `(int)`.
            rounded  The result is rounded to whole numbers: look for a Math.round, or an integer on the way.
            alone:first  What came is what the first of the two numbers gives alone: look at where the loop
                ends, and whether every round adds to the total.
            alone:second  What came is what the second of the two numbers gives alone: look at where the loop
                begins, and whether it adds to the total or overwrites it.
            without:last  What came is the result without the last number: look at where your loop ends.
            without:first  What came is the result without the first number: look at where your loop begins.
            only:last  Only the last number counts in what came: look whether you add to the total, or overwrite
                it.
            only:first  Only the first number counts in what came: look whether the loop ends after one round.
            itself  What came is what the first argument gives with itself: the other has no say. Look at which
                of the two you read.
            as-given  The result is what went in, unchanged: look at what you return.
            done-twice  The operation was done twice: look for a factor or term that stands there two times.
            equal-but:first  All but the first element is right: look at where your loop begins.
            equal-but:last  All but the last element is right: look at where your loop ends.
            equal-but:first-column  All but the first column is right: is that the column of the bias?
            equal-but:last-column  All but the last column is right: is that the column of the bias?
            columns:right  Every column stands one place too far right: look at where the inner index begins.
            columns:left  Every column stands one place too far left: look at where the inner index begins.
            reversed  The right elements stand in reversed order: look at which way your index runs.
            rolled:right  Every element stands one place too far right, the last one in front: look at the
                index, and at its remainder.
            rolled:left  Every element stands one place too far left, the first one at the end: look at the
                index, and at its remainder.
            shifted:right  Every element stands one place too far right: look at where your index begins.
            shifted:left  Every element stands one place too far left: look at where your index begins.
            sorted  The right values came sorted: they should stand in the order in which they were given.
            permuted  The right values stand in the wrong order: look at how you index the result.
            ratio:2  The result is exactly 2 times what was expected: look for a factor counted twice.
            ratio:1/2  The result is exactly half of what was expected: look for a factor 2 too few.
            ratio:-1  The result has the right size and the wrong sign: look at the order of a subtraction, or
                for a minus.
            ratio:1/ln2  The result is off by 1/ln 2: a logarithm to base 2 stands for a natural one.
            ratio:ln2  The result is off by ln 2: a natural logarithm stands for one to base 2.
            ratio:1/ln10  The result is off by 1/ln 10: a logarithm to base 10 stands for a natural one.
            ratio:ln10  The result is off by ln 10: a natural logarithm stands for one to base 10.
            ratio:100  The result is 100 times what was expected: a percentage stands for a share.
            ratio:degrees  The result is in degrees: the contract asks for radians.
            ratio:n  The result is @ times what was expected, and @ numbers went in: a sum stands for a mean, or
                a division by their number is missing.
            ratio:1/n  The result is 1/@ of what was expected, and @ numbers went in: a mean stands for a sum.
                Look for a division by their number.
            ratio:n/(n-1)  The result is off by n/(n − 1) with n = @: you divide by n − 1, and the contract by
                n.
            ratio:(n-1)/n  The result is off by (n − 1)/n with n = @: you divide by n, and the contract by n −
                1.
            ratio:root-n  The result is off by the root of n = @: look for a missing division by the number of
                elements, or by its root.
            ratio:1/root-n  The result is off by one over the root of n = @: look for a division by the number
                of elements too many, before a root.
            constant  The result is exactly @ times what was expected: look for a factor too many or too few, or
                for a division.
            square-root  The result is the square root of what was expected: look for a sqrt too many.
            squared  The result is the square of what was expected: look for a missing sqrt.
            complement  The result is 1 − x where x was expected: look which of the two the contract asks for.
            exponential  The result is exp(x) where x was expected: look for a missing logarithm.
            logarithm  The result is the logarithm of what was expected: look for a log too many, or a missing
                exp.
            angle  The result is the angle itself, in radians, and the cosine of it was expected: look for an
                acos too many.
            angle:degrees  The result is the angle itself, in degrees, and the cosine of it was expected: look
                for an acos too many.
            inverse  The result is 1/x where x was expected: look at which way round you divide.
            before-softmax  The result has not been through the softmax: with it, it would be right.
            before-normalising  The result would be right if it added up to 1: divide by the total at the end.
            absolute  The sizes are right, and negative numbers lost their sign: look for an abs or a square too
                many.
            some-signs  The sizes are right, but some signs are not: look at the order of a subtraction, and at
                what happens to negative numbers.
            offset  The result is off by @, each time: look at what the total starts from, and for something
                added once too often or never taken away.
            one-more  The result is one too many each time: look at what you count from, and at a `+ 1`.
            one-less  The result is one too few each time: look at what you count from, and at a `- 1`.
            off-by-one:each  Every number is off by one: look at what you count from, 0 or 1.
            same-answer  Every call that fails gives @: look for a loop that ends after its first round, a total
                that is not begun anew for every element, or a value returned before it is worked out.
            opposite  The answers come the wrong way round, true where false is due and false where true is:
                look at the comparison.
            text:case  The text is right but for capital and small letters.
            text:edges  The text is right but for blanks or line ends at its edges.
            text:blanks  The text is right but for its blanks and line ends.
            too-slow:linear  It takes longer the more there is to do, and should not: look for a loop that is
                not needed.
            too-slow:quadratic  Twice the input takes four times as long: look for a loop within a loop, or a
                search inside a loop.
            too-slow:cubic  Twice the input takes eight times as long: look for three loops within each other
                where fewer would do.
            too-slow:worse  The time grows faster than any small power of the size: look for a call that calls
                itself twice.
            allocates:linear  It makes more objects the more there is to do: look for one that is made anew
                inside the loop.
            allocates:quadratic  Twice the input takes four times the memory: look for an array or text that is
                copied inside the loop.
            allocates:cubic  Twice the input takes eight times the memory: look for an array that is copied in a
                loop within a loop.
            allocates:worse  The memory grows faster than any small power of the size: look at what is made for
                each pair or subset.
            seed-ignored  Another seed gives the very same result: look whether the generator that is handed in
                is used at all.
            train-eval  Training and evaluation do not differ as they should: look at what dropout or averages
                do in each.
            not-shares  The rows do not sum to 1: look at which axis the softmax runs along, and at what it
                divides by.
            attention-uniform  Every position attends to all others alike: look at the scale of the scores, and
                whether queries meet keys.
            attention-collapsed  Every position attends to one place only: look for a missing division by the
                root of the width.
            initial-loss  The first loss is not that of guessing: look at the size of the first weights, and at
                what the loss averages over.
            overfit  A single batch is not learnt by heart: look whether every parameter is updated, and with
                its own gradient.
            overfit:rises  The loss rises on a batch that is seen again and again: look at the sign of the
                update, then at the step size.
            leak  Shuffled labels are learnt, which only a leak makes possible: look whether test rows, or the
                label itself, get in.
            dead-units  Units are 0 for every row: look at the size of the first weights, and at the step size.
            gradient-cut  No gradient reaches the first layer: look for a value that is copied out of the graph
                on the way.
            gradient-vanishes  The gradient shrinks from layer to layer: look at the size of the first weights,
                and at the activation.
            gradient-explodes  The gradient grows from layer to layer: look at the size of the first weights.
            mean-off  The mean of what is drawn is off by more than chance explains: look at where its centre
                comes from.
            variance-off  The spread of what is drawn is off by more than chance explains: a variance and a
                deviation may be mixed up.
            share-off  It happens more or less often than chance explains: look at the comparison with the
                random number.
            too-few  Too few numbers came to say anything of them: look at how many are drawn.
            kinks  The function has a kink wherever it was looked at: look for an abs, a max or a comparison that
                should not be there.
            correlated  What should be independent goes together: look whether one random number is used twice.
            distribution  What is drawn does not follow the distribution: look at how a uniform number is turned
                into one of it.
            """);

    /// Said after the reason that the check itself gives: a question, where a sign may be chance.
    static final Map<String, String> QUESTIONS = parseTable("""
            zero  The result is 0: was something never added, multiplied by 0, or cancelled?
            offset  The result is off by @: what does the total start from, and what is added last?
            ratio:2  The result is 2 times what was expected: is something counted twice?
            ratio:1/2  The result is half of what was expected: is something left out, or halved?
            ratio:-1  The result has the wrong sign: is a subtraction the wrong way round?
            ratio:n  The result is @ times what was expected, and @ numbers went in: is a division by their
                number missing?
            ratio:1/n  The result is 1/@ of what was expected, and @ numbers went in: is there a division by
                their number?
            constant  The result is @ times what was expected: is there a factor too many or too few?
            squared  The result is the square of what was expected: is a sqrt missing?
            square-root  The result is the root of what was expected: is there a sqrt too many?
            exponential  The result is exp of what was expected: is a logarithm missing?
            logarithm  The result is the logarithm of what was expected: is an exp missing?
            complement  The result is 1 − x where x was expected: which of the two is asked for?
            without:last  Without the last number, the same comes: does your loop reach it?
            without:first  Without the first number, the same comes: does your loop begin with it?
            only:last  The last number alone gives the same: does each round add to the total, or overwrite it?
            only:first  The first number alone gives the same: does the loop go on after one round?
            alone:first  The first of the two numbers alone gives the same: is the other one ever added?
            alone:second  The second of the two numbers alone gives the same: is the first one ever added?
            itself  The first argument with itself gives the same: do you read the other one?
            as-given  What came is what went in: is the new value returned?
            done-twice  Doing it twice gives the same: does a factor or term stand there two times?
            lost-digits  There are small numbers beside large ones: where do digits get lost?
            whole  What came is a whole number: is there an integer division or an `(int)` on the way?
            rounded  What came is a whole number: is something rounded on the way?
            """);

    /// The formulas that `instead:` names.
    static final Map<String, String> FORMULAS = parseTable("""
            sum  the sum
            mean  the mean
            sum-of-squares  the sum of the squares
            norm  the root of the sum of squares
            sum-of-sizes  the sum of the absolute values, without squares
            largest-size  the largest absolute value
            root-mean-square  the root of the mean of the squares: it is divided by their number
            log-sum-exp  the logarithm of the sum of exponentials
            log-mean-exp  the logarithm of the mean of the exponentials: it is divided by their number
            dot  the sum of the products
            sum-of-both  the sum of all components: they are added, not multiplied
            mean-of-products  the mean of the products
            cosine  the dot product divided by both norms
            city-distance  the sum of the absolute differences
            squared-distance  the sum of the squared differences, without the root
            distance  the root of the sum of the squared differences
            signed-differences  the sum of the differences with their signs, so that they cancel
            city-distance-of-sums  the sum of the absolute sums: the vectors are added, not subtracted
            distance-of-sums  the length of the sum: the vectors are added, not subtracted
            plus  the sum, element by element
            minus  the difference, element by element
            times  the product, element by element
            divided  the quotient, element by element: it is divided
            """);

    private SymptomMessages() {}

    /// A sign and its words in each line; a line that is indented goes on with the one above.
    private static Map<String, String> parseTable(String lines) {
        return lines.strip()
                .replaceAll("\n +", " ")
                .lines()
                .map(line -> line.split(" +", 2))
                .collect(Collectors.toUnmodifiableMap(line -> line[0], line -> line[1]));
    }
}
