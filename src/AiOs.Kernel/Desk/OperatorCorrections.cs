using AiOs.Contracts.Context;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Json;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Preferences;
using AiOs.Kernel.Records;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Desk;

/// <summary>Keeps what the operator puts right, and takes it back again.</summary>
internal sealed class OperatorCorrections(StepRecorder recorder, WorkItemLoop loop, ILessons lessons, Withdrawals withdrawals, Views views) : ICorrections
{
    private const string Nobody = "It is not known who said so, so nothing was changed.";

    public async Task<DecisionOutcome> CorrectAsync(WorkItemId id, Category category, ChannelName channel, string by, CancellationToken cancellationToken)
    {
        if (!IsSomebody(channel, by))
        {
            return new DecisionOutcome(Accepted: false, Nobody, Item: null);
        }

        switch (await recorder.RecordAsync(id, "correction", (item, _) => Correct(item, category), cancellationToken))
        {
            case AppendResult.Appended appended:
                var item = await loop.CarryOutAsync(appended).WaitAsync(cancellationToken);
                var next = item.Plan?.Id == ((WorkItem)appended.After).Plan?.Id ? "The next one like it is taken for that." : "It was drafted anew, and the next one like it is taken for that.";
                return new DecisionOutcome(Accepted: true, $"Understood: {NameOf(category)}. {next}", views.Of(item));
            case AppendResult.Nothing { Current: WorkItem { Version: > 0 } current }:
                return new DecisionOutcome(Accepted: false, $"It is taken for {NameOf(category)} already, because you said so.", views.Of(current));
            default:
                return new DecisionOutcome(Accepted: false, "There is no such work item.", Item: null);
        }
    }

    public async Task<IReadOnlyList<CorrectionView>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await lessons.ListAsync(cancellationToken)).Select(CorrectionViews.Of)];

    public async Task<ControlOutcome> TakeBackAsync(long number, ChannelName channel, string by, CancellationToken cancellationToken)
    {
        if (!IsSomebody(channel, by))
        {
            return new ControlOutcome(Accepted: false, Nobody);
        }

        switch ((await lessons.ListAsync(cancellationToken)).FirstOrDefault(lesson => lesson.Number == number))
        {
            case null:
                return new ControlOutcome(Accepted: false, $"There is no correction {number}; /corrections lists them.");
            case Lesson.Restated restated:
                return await withdrawals.RestoreAsync(restated, channel, by, cancellationToken)
                    ? new ControlOutcome(Accepted: true, $"{restated.Field} of {restated.Record} is {restated.Before.Value} again.")
                    : new ControlOutcome(Accepted: false, $"{restated.Record} was written since, so nothing was taken back; say what {restated.Field} is.");
            case Lesson.Preferred preferred:
                await withdrawals.WithdrawAsync(number, channel, by, cancellationToken);
                var before = (await lessons.ListAsync(cancellationToken)).OfType<Lesson.Preferred>().FirstOrDefault(one => one.Wanted.IsAboutTheSame(preferred.Wanted));
                return new ControlOutcome(Accepted: true, $"Taken back (p-{number}): {PreferenceWords.Clause(preferred.Wanted)}.{(before is null ? string.Empty : $" What you said before counts again (p-{before.Number}): {PreferenceWords.Clause(before.Wanted)}.")}");
            default:
                await withdrawals.WithdrawAsync(number, channel, by, cancellationToken);
                return new ControlOutcome(Accepted: true, $"Correction {number} counts no more.");
        }
    }

    /// <summary>A message that was not looked at yet has nothing to be corrected.</summary>
    private static IReadOnlyList<JournalEvent> Correct(WorkItem item, Category category) =>
        item.Intent is null || (item.Intent.Category == category && item.IntentBy == "operator")
            ? []
            : [new IntentClassified(category, Confidence.Certain, Sure: true, "operator") { Personal = new IntentClassified.Findings(item.Intent.Fields, ["You said so."], []) }];

    private static string NameOf(Category category) => KebabEnumConverter<Category>.ToText(category).Replace('-', ' ');

    private static bool IsSomebody(ChannelName channel, string by) => !string.IsNullOrWhiteSpace(by) && !string.IsNullOrWhiteSpace(channel.Value);
}
