package gradus.course.scaffold;

import gradus.course.PlannedLesson;
import gradus.course.SectionKind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes `lesson.md`, `quiz.md` and `cards.md`: all headings, and below each what is to be written there.
final class LessonText {

    private static final int CARDS = 4;

    private final LessonTable table;
    private final List<List<Map.Entry<String, String>>> beliefs = new ArrayList<>();

    LessonText(LessonTable table) {
        this.table = table;
        quizTitles().forEach((_, _) -> beliefs.add(new ArrayList<>()));
        int at = 0;
        for (Map.Entry<String, String> belief : table.misconceptions().entrySet()) {
            beliefs.get(at++ % beliefs.size()).add(belief);
        }
    }

    String lesson() {
        PlannedLesson lesson = table.lesson();
        var text = new StringBuilder("---\n");
        text.append("title: ").append(ToDo.yaml(lesson.title())).append('\n');
        text.append("outcome: ").append(ToDo.yaml(lesson.outcome())).append('\n');
        text.append("level: ")
                .append(lesson.level().name().toLowerCase(Locale.ROOT))
                .append('\n');
        text.append("needs: [").append(String.join(", ", lesson.needs())).append("]\n");
        text.append("minutes: ").append(lesson.minutes()).append('\n');
        text.append("terms: []\n");
        text.append("misconceptions:").append(table.misconceptions().isEmpty() ? " {}\n" : "\n");
        table.misconceptions()
                .forEach((id, belief) -> text.append("  ")
                        .append(id)
                        .append(": ")
                        .append(ToDo.yaml(belief))
                        .append('\n'));
        text.append("---\n");
        for (SectionKind kind : SectionKind.values()) {
            text.append("\n## ")
                    .append(title(kind))
                    .append(" {#")
                    .append(kind.id())
                    .append("}\n\n");
            text.append(kind == SectionKind.IDEA ? "### The first idea\n\n" : "");
            text.append(ToDo.comment(rule(kind))).append('\n').append(questions(kind));
        }
        return text.toString();
    }

    private static String title(SectionKind kind) {
        return switch (kind) {
            case HOOK -> "What happens here?";
            case PREDICT -> "Predict first";
            case IDEA -> "The idea";
            case EXAMPLE -> "By hand";
            case FIGURE -> "See it";
            case STEPS -> "Your turn, step by step";
            case LAB -> "Write it";
            case WHEN -> "When to use it, and why";
            case PITFALLS -> "When it goes wrong";
            case INDUSTRY -> "In industry";
            case FURTHER -> "Further";
        };
    }

    private static String rule(SectionKind kind) {
        return switch (kind) {
            case HOOK ->
                "a title of your own; a concrete failure, question or famous result, and a program that runs before any"
                        + " theory; 60 to 120 words";
            case PREDICT -> "what the learner knows before the question; exactly one question: commit before seeing";
            case IDEA ->
                "a picture first, then words, then symbols; the example before the rule; each formula also as a loop and"
                        + " as a line of Java; a level-3 heading for each new idea, with something to see or to do; 400 to 900 words";
            case EXAMPLE ->
                "complete Java with subgoal comments, numbers small enough for a pencil, and a prompt to explain each"
                        + " subgoal";
            case FIGURE ->
                "one question that the figure answers, one thing to break; the figure is an image figure:Name, drawn by"
                        + " figures/Name.java";
            case STEPS -> "two or three questions that fade the example: lines to order, a hole, a hole in a new case";
            case LAB -> "two or three sentences that lead to the lab";
            case WHEN ->
                "assumptions, cost O(·), data size, alternatives, a failing example that runs; 120 to 250 words";
            case PITFALLS -> "3 to 6 of: symptom → cause → probe";
            case INDUSTRY ->
                "the same with a Java library used in practice, and in Python; which defaults differ from ours; 80 to"
                        + " 200 words";
            case FURTHER -> "at most five links, each with what it is good for; or leave the section out";
        };
    }

    private static String questions(SectionKind kind) {
        return switch (kind) {
            case PREDICT -> choice("###", "What will happen?", "prediction", List.of());
            case STEPS ->
                "\n### In order {#in-order}\n\n"
                        + ToDo.comment("which lines of the example, and what they must do; replace the lines") + "\n\n"
                        + "- 1. `first();`\n- 2. `second();`\n- ~ `other();` :: "
                        + ToDo.comment("why this line does not belong") + "\n- * "
                        + ToDo.comment("what comes first, and what follows from it") + "\n"
                        + hole("The hole", "the-hole", "the same code with a hole")
                        + hole("A new case", "new-case", "a new case with a hole");
            case HOOK, IDEA, EXAMPLE, FIGURE, LAB, WHEN, PITFALLS, INDUSTRY, FURTHER -> "";
        };
    }

    private static String hole(String title, String id, String what) {
        return "\n### " + title + " {#" + id + "}\n\n" + ToDo.comment(what)
                + "\n\n```java part\nint answer() {\n    return HOLE;\n}\n```\n\n```java cases\nanswer()\n```\n\n- = `1` :: "
                + ToDo.comment("why it is right")
                + "\n- ~ `0` :: " + ToDo.comment("a misconception in parentheses, and why it is wrong") + "\n- * "
                + ToDo.comment("what to think of") + "\n";
    }

    private static String choice(String level, String title, String id, List<Map.Entry<String, String>> beliefs) {
        var text = new StringBuilder("\n" + level + " " + title + " {#" + id + "}\n\n");
        text.append(ToDo.comment("the question")).append("\n\n");
        text.append("- [x] ").append(ToDo.comment("the right answer")).append(" :: ");
        text.append(ToDo.comment("why it is right")).append('\n');
        if (beliefs.isEmpty()) {
            text.append("- [ ] ")
                    .append(ToDo.comment("a plausible wrong answer"))
                    .append(" :: ");
            text.append(ToDo.comment("why it is wrong")).append('\n');
        }
        for (Map.Entry<String, String> belief : beliefs) {
            text.append("- [ ] ").append(ToDo.comment("what someone answers who believes: " + belief.getValue()));
            text.append(" :: (").append(belief.getKey()).append(") ");
            text.append(ToDo.comment("why it is wrong")).append('\n');
        }
        return text.toString();
    }

    String quiz() {
        Iterator<List<Map.Entry<String, String>>> wrong = beliefs.iterator();
        var text = new StringBuilder();
        quizTitles().forEach((title, id) -> text.append(choice("##", title, id, wrong.next())));
        return text.toString().strip() + "\n";
    }

    private Map<String, String> quizTitles() {
        var titles = new LinkedHashMap<String, String>();
        titles.put("What does this print?", "what-does-this-print");
        titles.put("By hand", "by-hand");
        titles.put("True or not?", "true-or-not");
        titles.put("What went wrong?", "what-went-wrong");
        titles.put("Which, and why?", "which-and-why");
        titles.put("A new case", "another-case");
        if (!table.lesson().needs().isEmpty()) {
            titles.put("From an earlier lesson", "from-an-earlier-lesson");
        }
        return titles;
    }

    String cards() {
        var text = new StringBuilder();
        for (int card = 1; card <= CARDS; card++) {
            text.append("## Card ").append(card).append(" {#card-").append(card).append("}\n\n");
            text.append(ToDo.comment("a question as the heading, with an id of its own, and its answer here"))
                    .append("\n\n");
        }
        return text.toString().strip() + "\n";
    }
}
