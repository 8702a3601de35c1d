package gradus.studio.desk;

import gradus.course.Arena;
import gradus.course.Audit;
import gradus.course.Coding;
import gradus.course.Course;
import gradus.course.Grade;
import gradus.course.Lab;
import gradus.course.Lesson;
import gradus.course.Milestone;
import gradus.course.Question;
import gradus.course.Testing;
import gradus.course.cut.LabFiles;
import gradus.judge.AnswerRunner;
import gradus.judge.Cancellation;
import gradus.judge.FigureRenderer;
import gradus.judge.FigureReply;
import gradus.judge.Judge;
import gradus.judge.LearnerParts;
import gradus.judge.ProbeResult;
import gradus.judge.ProgressEvent;
import gradus.judge.SelfTestReport;
import gradus.judge.SnippetRunner;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.mastery.Mastery;
import gradus.mastery.Recommendation;
import gradus.studio.desk.RunningParts.RunningPart;
import gradus.studio.error.UserFacingException;
import gradus.studio.journal.Journal;
import gradus.studio.run.RunArchive;
import gradus.studio.workspace.StartResult;
import gradus.studio.workspace.Workspace;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The entry point to everything a learner can do. The pages and the terminal are its two front ends.
///
/// Every method may throw a [UserFacingException], whose message is meant for the user.
public final class Desk implements AutoCloseable {

    private final Function<Coding, LabFiles> labFiles;
    private final Judge judge;
    private final FigureRenderer figureRenderer;
    private final SnippetRunner snippetRunner;
    private final CaseGrader caseGrader;
    private final Journal journal;
    private final AttemptRecorder recorder;
    private final Workspace workspace;
    private final InstantSource clock;
    private final RunDesk runs;
    private final MilestoneDesk milestones = new MilestoneDesk(this);
    private final PartVersions partVersions;
    private final MasteryProjection masteryProjection;
    private volatile CourseServices services;

    public Desk(
            Course course,
            Function<Coding, LabFiles> labFiles,
            Judge judge,
            FigureRenderer figureRenderer,
            SnippetRunner snippetRunner,
            AnswerRunner answerRunner,
            Journal journal,
            Workspace workspace,
            RunArchive runs,
            InstantSource clock) {
        this.labFiles = labFiles;
        this.judge = judge;
        this.figureRenderer = figureRenderer;
        this.snippetRunner = snippetRunner;
        this.caseGrader = new CaseGrader(answerRunner);
        this.journal = journal;
        this.recorder = new AttemptRecorder(journal, clock);
        this.workspace = workspace;
        this.clock = clock;
        this.partVersions = new PartVersions(workspace, labFiles, clock);
        this.masteryProjection = new MasteryProjection(journal);
        this.services = CourseServices.of(course, journal);
        this.runs = new RunDesk(this, runs, clock);
    }

    public Course course() {
        return services.course();
    }

    /// Goes on with another course: the same one, which its author has changed.
    public void replaceCourse(Course course) {
        services = CourseServices.of(course, journal);
    }

    public Workspace workspace() {
        return workspace;
    }

    /// The work that takes minutes.
    public RunDesk runs() {
        return runs;
    }

    /// What there is to see of milestones.
    public MilestoneDesk milestones() {
        return milestones;
    }

    /// The learner's state of knowledge.
    public Mastery mastery() {
        return masteryProjection.mastery();
    }

    /// Recommends what to do next, and why.
    public Recommendation next() {
        return services.planner().next(mastery(), clock.instant());
    }

    /// The lessons due for review, the one with the oldest activity first.
    public List<Lesson> due() {
        return services.planner().due(mastery(), clock.instant());
    }

    /// Puts the starter of a lesson's lab into the workspace. Never overwrites the learner's files.
    public StartResult start(String lesson) {
        Lab lab = lab(lesson);
        boolean first = mastery().knowledgeOf(lesson).startedAt().isEmpty();
        StartResult startResult = switch (lab) {
            case Coding coding ->
                workspace.addCoding(
                        coding,
                        labFiles.apply(coding),
                        course().dataSets(coding.data()),
                        first && find().isFurther(coding, mastery()));
            case Arena arena -> workspace.addArena(arena, course().dataSets(arena.data()));
            case Audit audit -> workspace.addAudit(audit);
            case Testing testing -> workspace.addTesting(testing, course().dataSets(testing.data()));
            case Milestone milestone -> workspace.addMilestone(milestone);
        };
        if (first) {
            recorder.began(lesson);
        }
        return startResult;
    }

    /// The learner's files of a lesson's lab, text by path. Starts the lab if a file is missing.
    public Map<String, String> sources(String lesson) {
        Lab lab = lab(lesson);
        if (!workspace.hasLab(lab) || mastery().knowledgeOf(lesson).startedAt().isEmpty()) {
            start(lesson);
        }
        judge.prepareFor(lab);
        return workspace.sources(lab);
    }

    /// Saves one of the lab's files in the workspace.
    public void save(String lesson, String path, String text) {
        workspace.save(lab(lesson), path, text);
    }

    /// A submission of the lab's files in the workspace.
    public Submission submission(String lesson) {
        return new Submission(lesson, workspace.sources(lab(lesson)));
    }

    /// Checks a submission: judges it, records it, and recommends what to do next.
    public CheckReply check(Submission handedIn, Consumer<ProgressEvent> progressListener) {
        Lab lab = find().checked(handedIn.lesson());
        Submission submission = runs.arenas().withLog(handedIn);
        Verdict verdict = partVersions.judged(
                running(submission.lesson()), parts -> judge.judge(lab, submission, parts, progressListener));
        recorder.handedIn(lab, submission, verdict);
        Recommendation next = services.planner().next(mastery(), clock.instant());
        return new CheckReply(submission.lesson(), verdict, next);
    }

    /// Computes a run of a submission, which takes minutes, and records the verdict.
    Verdict compute(Submission submission, Cancellation cancellation, Consumer<ProgressEvent> progressListener) {
        String lesson = submission.lesson();
        Lab lab = lab(lesson);
        Verdict verdict = switch (lab) {
            case Milestone milestone -> {
                milestones.requireUnchanged(milestone, submission.sources());
                yield judge.runMilestone(milestone, parts(lesson), cancellation, progressListener);
            }
            case Coding coding ->
                partVersions.judged(
                        running(lesson),
                        parts -> judge.runGate(coding, submission, parts, cancellation, progressListener));
            case Arena _, Audit _, Testing _ -> throw UserFacingException.usageError(RunDesk.nothingToRun(lesson));
        };
        recorder.handedIn(lab, submission, verdict);
        return verdict;
    }

    /// Runs a contender of an arena on a fold. Nothing is recorded.
    ProbeResult probe(Arena lab, String contender, int fold, Cancellation cancellation) {
        return judge.probe(lab, contender, fold, parts(lab.lesson()), cancellation);
    }

    /// Runs the visible checks of a submission. Nothing is recorded.
    public Verdict run(Submission submission, Consumer<ProgressEvent> progressListener) {
        Coding lab = find().coding(submission.lesson());
        return judge.runVisibleChecks(lab, submission, parts(submission.lesson()), progressListener);
    }

    /// What keeps unfinished code from compiling. Nothing runs, and nothing is recorded.
    public List<Verdict.Problem> problems(Submission unfinished) {
        return judge.problems(find().coding(unfinished.lesson()), unfinished);
    }

    /// Runs a code snippet from a lesson's page with the learner's own parts. Nothing is recorded.
    public SnippetRunner.Result runSnippet(String lesson, String code) {
        return snippetRunner.run(code, lesson(lesson).coding(), parts(lesson));
    }

    /// The next hint for `task`. Without a task, the next one of the mistake in the latest submission, or for the first
    /// task of the lab that has a hint left.
    public HintReply hint(String lesson, Optional<String> task) {
        HintReply hint = HintSelector.next(
                lesson,
                find().tasks(lesson),
                lesson(lesson).coding().map(Coding::wrongSolutions).orElse(List.of()),
                mastery().knowledgeOf(lesson),
                task);
        recorder.tookHint(hint);
        return hint;
    }

    /// Grades the answer to a question of a lesson, and records it if it is right or wrong.
    public Grade answer(String lesson, String question, String answer) {
        Question asked = find().question(lesson, question);
        Grade grade = caseGrader.grade(asked, answer, lesson(lesson).coding());
        recorder.answered(lesson, question, answer, grade);
        return grade;
    }

    /// Draws a figure of a lesson with the learner's own parts.
    public FigureReply draw(String lesson, String figure, Map<String, String> controlValues) {
        return figureRenderer.draw(
                find().figure(lesson, figure), lesson(lesson).coding(), parts(lesson), controlValues);
    }

    /// The learner's progress in the course.
    public CourseProgress courseProgress() {
        return services.progress().courseProgress(mastery(), services.planner());
    }

    /// The status of every part that the course builds.
    public List<LibraryPartStatus> partStatuses() {
        return services.progress().partStatuses(mastery());
    }

    /// Chooses which class runs for a part: the learner's or the library's.
    public LibraryPartStatus choosePart(String part, boolean mine) {
        LibraryPartStatus standing = services.progress().choosable(mastery(), part, mine);
        recorder.chosePart(standing, mine);
        return services.progress().partStatus(mastery(), standing.part());
    }

    /// What has happened to the journal that the learner must know, as sentences. Each is given once.
    public List<String> notices() {
        return journal.takeNotices();
    }

    /// The result of the sandbox's self-test; empty until the judge has run it.
    public Optional<SelfTestReport> health() {
        return Optional.ofNullable(judge.health().getNow(null));
    }

    public Lesson lesson(String id) {
        return find().lesson(id);
    }

    @Override
    public void close() {
        figureRenderer.close();
        snippetRunner.close();
        judge.close();
        journal.close();
    }

    private Lab lab(String lesson) {
        return find().lab(lesson);
    }

    private LessonFinder find() {
        return new LessonFinder(course());
    }

    LearnerParts parts(String lesson) {
        return RunningParts.learnerParts(running(lesson));
    }

    private List<RunningPart> running(String lesson) {
        return services.runningParts().of(lesson, mastery());
    }
}
