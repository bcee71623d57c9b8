using AiOs.Contracts.Approvals;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Timing;
using AiOs.Kernel.WorkItems;
using AiOs.Kernel.WorkItems.Routines;

namespace AiOs.Kernel.Playbooks.Running;

/// <summary>Takes a run of a playbook one step further. All that it knows of the run is folded from its work item, so a crash anywhere changes nothing.</summary>
internal sealed class PlaybookRoutine(PlaybookShelf shelf, ScopeReader scopes, OpenRuns runs, StepDrafts drafts, WorkspaceSettings settings, TimeProvider time) : IRoutine
{
    public bool Fits(WorkItem item) => item.Content?.Occasion is Occasion.PlaybookCalled;

    public async Task<RoutineDraft> DraftAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var called = (Occasion.PlaybookCalled)item.Content!.Occasion!;
        if (await shelf.AtAsync(called.Playbook, called.Version, cancellationToken) is not { } book)
        {
            return Ended($"Version {called.Version} of {called.Playbook} cannot be read any more, so this run ends.");
        }

        if (await runs.HasOtherAsync(item, called, cancellationToken))
        {
            return Ended($"{book.Title}: another run is at the same already, so this one ends.");
        }

        var run = item.Run ?? new PlaybookRun();
        var now = time.Instant();
        var current = run.Step > 0 && run.Step <= book.Steps.Count ? book.Steps[run.Step - 1] : null;
        var standing = Standings.Of(item, current?.Does is StepDoes.Ask, now);
        List<JournalEvent> facts = [];
        var answers = run.Answers;
        if (standing is StepStanding.Over && current is { Does: StepDoes.Ask })
        {
            answers = answers.SetItem(current.Name, item.OperatorWords[^1]);
            facts.Add(new PlaybookAnswered(current.Number, current.Name) { Personal = new PlaybookAnswered.Words(item.OperatorWords[^1]) });
        }

        var scope = await scopes.ReadAsync(called, run, answers, cancellationToken);
        if (called.Subject is { } subject && scope.Record(subject.Type) is null)
        {
            return Ended($"{book.Title}: nothing is known of {subject} any more, so this run ends.") with { Facts = facts };
        }

        var move = PlaybookMoves.Next(book, new RunPosition(run.Step, standing, run.Rest, run.HasReply(item.Replies.Length)), scope, now, settings.TimeZone);
        return await DraftAsync(move, book, called, scope, facts, cancellationToken);
    }

    private async Task<RoutineDraft> DraftAsync(
        PlaybookMove move, PlaybookDocument book, Occasion.PlaybookCalled called, PlaybookScope scope, List<JournalEvent> facts, CancellationToken cancellationToken)
    {
        switch (move)
        {
            case PlaybookMove.Take { Step: var step }:
                var draft = await drafts.OfAsync(step, scope, cancellationToken);
                var until = step.Does is StepDoes.Ask { AtMost: { } most } ? time.Instant() + most : (DateTimeOffset?)null;
                facts.Add(new PlaybookStepTaken(step.Number, step.Name, book.Steps.Count, step.SkipsNo, scope.Watched) { Until = until, Writes = StepDrafts.Target(step, scope) });
                return Step(draft with { Summary = Title(book, step, called), Reasons = Reasons(called), Evidence = Evidence(scope) }, scope, facts);
            case PlaybookMove.Wait { Step: var step, Rest: var rest }:
                facts.Add(new PlaybookWaits(step.Number, step.Name, book.Steps.Count, rest.Until, rest.ForReply, scope.Watched) { LookAt = rest.LookAt });
                var words = $"{Title(book, step, called)}: waits until {settings.Local(rest.Until):yyyy-MM-dd HH:mm} at the latest.";
                return Step(new ProposalDraft { Summary = words, Reasons = Reasons(called), Confidence = Confidence.Certain }, scope, facts);
            default:
                return Ended($"{book.Title}{For(called)}. {((PlaybookMove.End)move).Sentence}") with { Facts = facts, Read = scope.All };
        }
    }

    private static RoutineDraft Step(ProposalDraft draft, PlaybookScope scope, List<JournalEvent> facts) =>
        new(AgentName.Playbook, draft) { Continues = true, Facts = facts, Read = scope.All };

    private static RoutineDraft Ended(string sentence) => new(AgentName.Playbook, new ProposalDraft { Summary = sentence, Confidence = Confidence.Certain });

    private static string Title(PlaybookDocument book, PlaybookStep step, Occasion.PlaybookCalled called) =>
        $"{book.Title}, step {step.Number} of {book.Steps.Count}: {step.Words}{For(called)}";

    private static string For(Occasion.PlaybookCalled called) => called.Subject is { } subject ? $", for {subject}" : string.Empty;

    /// <summary>The version is named and not cited: what is changed in the playbook is for later runs, and voids no card of this one.</summary>
    private static string[] Reasons(Occasion.PlaybookCalled called) => [$"version {called.Version} of {called.Playbook} says so"];

    private static Evidence[] Evidence(PlaybookScope scope) =>
        [.. scope.Watched.Select(record => new Evidence("record " + record.Record, record.Version, record.Record.ToString(), Provenance.Record))];
}
