package gradus.studio.desk;

import gradus.course.Course;
import gradus.course.FigureSource;
import gradus.course.Lab;
import gradus.course.Lesson;
import gradus.course.Question;
import gradus.course.Source;
import gradus.judge.Easel;
import gradus.judge.FigureReply;
import gradus.judge.Health;
import gradus.judge.Judge;
import gradus.judge.Parts;
import gradus.judge.Progress;
import gradus.judge.Snippets;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.mastery.Attempt;
import gradus.mastery.Mastery;
import gradus.mastery.Planner;
import gradus.mastery.Recommendation;
import gradus.studio.journal.Journal;
import gradus.studio.refusal.Refusal;
import gradus.studio.workspace.Started;
import gradus.studio.workspace.Workspace;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// What a person can ask for. The pages and the terminal are two doors to it and know nothing else.
///
/// Every method may throw a [Refusal], whose message is for the person.
public final class Desk implements AutoCloseable {

    private final Course course;
    private final Function<Lab, List<Source>> starters;
    private final Judge judge;
    private final Easel easel;
    private final Snippets snippets;
    private final Journal journal;
    private final Workspace workspace;
    private final InstantSource clock;
    private final Memory memory;
    private final Planner planner;
    private final Shelf shelf;

    public Desk(
            Course course,
            Function<Lab, List<Source>> starters,
            Judge judge,
            Easel easel,
            Snippets snippets,
            Journal journal,
            Workspace workspace,
            InstantSource clock) {
        this.course = course;
        this.starters = starters;
        this.judge = judge;
        this.easel = easel;
        this.snippets = snippets;
        this.journal = journal;
        this.workspace = workspace;
        this.clock = clock;
        this.memory = new Memory(journal);
        this.planner = new Planner(course);
        this.shelf = new Shelf(course, journal);
    }

    public Course course() {
        return course;
    }

    public Workspace workspace() {
        return workspace;
    }

    /// What is known of the learner.
    public Mastery mastery() {
        return memory.mastery();
    }

    /// What to do now, and why.
    public Recommendation next() {
        return planner.next(mastery(), clock.instant());
    }

    /// What is due for review, the longest forgotten first.
    public List<Lesson> due() {
        return planner.due(mastery(), clock.instant());
    }

    /// Puts the starter of a lesson's lab into the workspace; never overwrites what is there.
    public Started start(String lesson) {
        Lab lab = lab(lesson);
        Started started = workspace.put(lab, starters.apply(lab), course.dataSets(lab.data()));
        if (mastery().of(lesson).began().isEmpty()) {
            journal.append(new Attempt.Began(lesson, clock.instant()));
        }
        return started;
    }

    /// What the learner has for a lesson's lab: text by path, the starter where nothing is yet.
    public Map<String, String> sources(String lesson) {
        Lab lab = lab(lesson);
        if (!workspace.has(lab)) {
            start(lesson);
        }
        judge.expect(lab);
        return workspace.sources(lab);
    }

    /// Saves one of the lab's files into the workspace.
    public void save(String lesson, String path, String text) {
        workspace.save(lab(lesson), path, text);
    }

    /// A submission of what is in the workspace.
    public Submission submission(String lesson) {
        return new Submission(lesson, workspace.sources(lab(lesson)));
    }

    /// A learner presses Check: judge it, record it, say what comes next.
    public CheckReply check(Submission submission, Consumer<Progress> watcher) {
        Lab lab = lab(submission.lesson());
        Verdict verdict = judge.judge(lab, submission, parts(), watcher);
        record(submission, verdict);
        Recommendation next = planner.next(mastery(), clock.instant());
        return new CheckReply(submission.lesson(), verdict, next);
    }

    /// A learner presses Run: the visible checks and what the program prints; nothing is recorded.
    public Verdict run(Submission submission, Consumer<Progress> watcher) {
        return judge.rehearse(lab(submission.lesson()), submission, parts(), watcher);
    }

    /// Runs a small program from a lesson's page, upon the learner's own parts; nothing is recorded.
    public Snippets.Ran tryOut(String code) {
        return snippets.run(code, parts());
    }

    /// The next hint for a task of the lab: for `task`, or for the first task that has one left.
    public HintReply hint(String lesson, Optional<String> task) {
        HintReply hint = Hints.next(lab(lesson), mastery().of(lesson), task);
        journal.append(new Attempt.TookHint(lesson, clock.instant(), hint.task(), hint.level()));
        return hint;
    }

    /// Marks and records the answer to a question of a lesson.
    public Question.Mark answer(String lesson, String question, String answer) {
        Question asked = lesson(lesson).questions().stream()
                .filter(it -> it.id().equals(question))
                .findFirst()
                .orElseThrow(() -> Refusal.misuse(
                        "There is no question \"" + question + "\" in lesson " + lesson + "; reload the page."));
        Question.Mark mark = asked.mark(answer);
        journal.append(
                new Attempt.Answered(lesson, clock.instant(), question, answer, mark.right(), mark.misconception()));
        return mark;
    }

    /// Draws a figure of a lesson, upon the learner's own parts.
    public FigureReply draw(String lesson, String figure, Map<String, String> moved) {
        FigureSource source = lesson(lesson)
                .figure(figure)
                .orElseThrow(() -> Refusal.misuse(
                        "There is no figure \"" + figure + "\" in lesson " + lesson + "; reload the page."));
        return easel.draw(source, parts(), moved);
    }

    /// How far the learner has come.
    public Standing standing() {
        return shelf.standing(mastery(), planner);
    }

    /// Every part of the library that the course builds.
    public List<PartStanding> partStandings() {
        return shelf.partStandings(mastery());
    }

    /// Chooses which class runs for a part: the learner's own, or the library's.
    public PartStanding choose(String part, boolean mine) {
        PartStanding standing = shelf.part(mastery(), part);
        if (mine && !standing.built()) {
            throw Refusal.misuse("Your own " + standing.part() + " has not passed yet, so it cannot run; pass \""
                    + standing.lesson() + "\" first.");
        }
        journal.append(new Attempt.ChosePart(standing.lesson(), clock.instant(), standing.part(), mine));
        return shelf.part(mastery(), standing.part());
    }

    /// What confines the learner's code here; empty until the judge has tested itself.
    public Optional<Health> health() {
        return Optional.ofNullable(judge.health().getNow(null));
    }

    public Lesson lesson(String id) {
        return course.lesson(id).orElseThrow(() -> Refusal.misuse(Suggestion.unknownLesson(course, id)));
    }

    @Override
    public void close() {
        easel.close();
        snippets.close();
        judge.close();
        journal.close();
    }

    private Lab lab(String lesson) {
        return lesson(lesson)
                .lab()
                .orElseThrow(() -> Refusal.misuse("Lesson " + lesson + " has no lab; read it instead."));
    }

    private Parts parts() {
        return shelf.parts(mastery());
    }

    /// A fault of the judge is no attempt of the learner's.
    private void record(Submission submission, Verdict verdict) {
        if (!(verdict instanceof Verdict.JudgeFault)) {
            Instant now = clock.instant();
            String hash = journal.keep(submission.sources());
            journal.append(Attempts.handedIn(submission.lesson(), now, verdict, lab(submission.lesson()), hash));
        }
    }
}
